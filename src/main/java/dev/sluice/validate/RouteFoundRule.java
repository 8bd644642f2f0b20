package dev.sluice.validate;

import dev.sluice.route.Routing;
import dev.sluice.verdict.Verdict;
import java.util.List;

/** There is a kind of sandbox that can run it and that the policy allows. */
final class RouteFoundRule implements Rule {
  @Override
  public String name() {
    return "route";
  }

  @Override
  public List<Finding> examine(Examination examination) {
    return examination.routing().stream()
        .flatMap(
            routing ->
                switch (routing) {
                  case Routing.Routed(var _) -> List.<Finding>of().stream();
                  case Routing.Denied(String reason) ->
                      List.of(Finding.rejecting(name(), Verdict.POLICY_DENIED, reason)).stream();
                  case Routing.Impossible(String reason) ->
                      List.of(Finding.rejecting(name(), Verdict.REJECTED, reason)).stream();
                })
        .toList();
  }
}
