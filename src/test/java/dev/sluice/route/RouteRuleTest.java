package dev.sluice.route;

import static dev.sluice.validate.TestingSubmissions.POLICY;
import static dev.sluice.validate.TestingSubmissions.allowing;
import static dev.sluice.validate.TestingSubmissions.asking;
import static dev.sluice.validate.TestingSubmissions.files;
import static dev.sluice.validate.TestingSubmissions.javascript;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.job.Languages;
import dev.sluice.job.LimitOverrides;
import dev.sluice.job.Program;
import dev.sluice.job.RequestedTier;
import dev.sluice.job.Route;
import dev.sluice.job.Submission;
import dev.sluice.job.Terms;
import dev.sluice.job.Tier;
import dev.sluice.validate.TestingSubmissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RouteRuleTest {

  @Test
  void self_contained_javascript_goes_to_an_isolate() {
    assertThat(RouteRule.decide(javascript("console.log(1 + 1)"), POLICY))
        .isEqualTo(
            new Routing.Routed(
                new Route(
                    Tier.ISOLATE, "self-contained javascript: nothing in it needs a container")));
  }

  @Test
  void javascript_that_imports_a_module_of_node_goes_to_a_container_and_the_reason_says_so() {
    assertThat(RouteRule.decide(javascript("import fs from 'node:fs'"), POLICY))
        .isEqualTo(new Routing.Routed(new Route(Tier.CONTAINER, "imports node:fs")));
  }

  @Test
  void a_language_that_only_containers_run_goes_to_one() {
    assertThat(RouteRule.decide(TestingSubmissions.of(Languages.PYTHON, "print(1)"), POLICY))
        .isEqualTo(new Routing.Routed(new Route(Tier.CONTAINER, "only containers run python")));
  }

  @Test
  void a_file_that_is_not_source_needs_a_container() {
    assertThat(
            RouteRule.decide(
                TestingSubmissions.of(files("main.js", "main.js", "data/rows.csv")), POLICY))
        .isEqualTo(
            new Routing.Routed(new Route(Tier.CONTAINER, "the file data/rows.csv is not source")));
  }

  @Test
  void a_tier_that_is_asked_for_wins_over_what_was_found() {
    Program program = Program.of(Languages.JAVASCRIPT, "require('fs')");

    assertThat(RouteRule.decide(asking(RequestedTier.ISOLATE, program), POLICY))
        .isEqualTo(
            new Routing.Routed(new Route(Tier.ISOLATE, "the submission asks for tier isolate")));
  }

  @Test
  void a_tier_that_does_not_run_the_language_is_impossible() {
    Program program = Program.of(Languages.PYTHON, "print(1)");

    assertThat(RouteRule.decide(asking(RequestedTier.ISOLATE, program), POLICY))
        .isEqualTo(new Routing.Impossible("tier isolate does not run python; container does"));
  }

  @Test
  void a_tier_that_is_asked_for_against_the_policy_is_denied() {
    Program program = Program.of(Languages.JAVASCRIPT, "1");

    assertThat(RouteRule.decide(asking(RequestedTier.CONTAINER, program), allowing(Tier.ISOLATE)))
        .isEqualTo(
            new Routing.Denied(
                "tier container (the submission asks for tier container) is not allowed by the"
                    + " policy of tenant acme, which allows isolate"));
  }

  @Test
  void a_program_that_needs_a_container_is_denied_where_the_policy_has_none() {
    assertThat(RouteRule.decide(javascript("require('net')"), allowing(Tier.ISOLATE)))
        .isEqualTo(
            new Routing.Denied(
                "tier container (imports node:net) is not allowed by the policy of tenant acme,"
                    + " which allows isolate"));
  }

  @Test
  void a_program_that_suits_both_goes_to_a_container_where_the_policy_has_only_those() {
    assertThat(RouteRule.decide(javascript("1"), allowing(Tier.CONTAINER)))
        .isEqualTo(
            new Routing.Routed(new Route(Tier.CONTAINER, "the policy allows only containers")));
  }

  @Test
  void a_policy_without_tiers_denies_everything() {
    assertThat(RouteRule.decide(javascript("1"), allowing())).isInstanceOf(Routing.Denied.class);
  }

  @Test
  void a_language_that_no_pool_runs_yet_is_impossible() {
    assertThat(
            RouteRule.decide(TestingSubmissions.of(Languages.TYPESCRIPT, "let a: number"), POLICY))
        .isEqualTo(new Routing.Impossible("language typescript: no pool runs it yet"));
  }

  @Test
  void a_program_that_asks_for_capabilities_goes_to_a_container() {
    assertThat(RouteRule.decide(calling("weather", RequestedTier.AUTO), POLICY))
        .isEqualTo(
            new Routing.Routed(new Route(Tier.CONTAINER, "only containers offer capabilities")));
  }

  @Test
  void capabilities_in_an_isolate_are_impossible() {
    assertThat(RouteRule.decide(calling("weather", RequestedTier.ISOLATE), POLICY))
        .isEqualTo(new Routing.Impossible("tier isolate offers no capabilities; container does"));
  }

  private static Submission calling(String capability, RequestedTier tier) {
    return TestingSubmissions.with(
        new Terms(3, tier, LimitOverrides.NONE, Set.of(capability), Optional.empty()));
  }

  @Test
  void what_an_isolate_offers_of_node_does_not_need_a_container() throws IOException {
    String offered =
        Files.readString(Path.of("src/main/resources/dev/sluice/isolate/javascript/builtins.js"));
    String table = offered.substring(offered.indexOf("const BUILTINS = {"));
    List<String> names =
        Pattern.compile("(?m)^    '?([\\w/]+)'?: \\(\\) =>")
            .matcher(table)
            .results()
            .map(name -> name.group(1))
            .toList();

    assertThat(names).contains("assert", "util/types");
    assertThat(names)
        .allSatisfy(
            name ->
                assertThat(RouteRule.decide(javascript("require('node:" + name + "')"), POLICY))
                    .isInstanceOfSatisfying(
                        Routing.Routed.class,
                        routed -> assertThat(routed.route().tier()).isEqualTo(Tier.ISOLATE)));
  }
}
