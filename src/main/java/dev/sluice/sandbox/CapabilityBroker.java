package dev.sluice.sandbox;

import dev.sluice.job.Assignment;
import java.util.Set;

/** Who stands between programs and what they may call. Any thread. */
public interface CapabilityBroker {

  /** Grants nothing. */
  CapabilityBroker NONE =
      _ ->
          new Capabilities() {
            @Override
            public Set<String> names() {
              return Set.of();
            }

            @Override
            public CapabilityAnswer call(CapabilityCall call) {
              return new CapabilityAnswer.Denied("grant", "nothing is granted here");
            }

            @Override
            public void close() {
              // Nothing was opened.
            }
          };

  /** What this attempt may call: its grants, and nothing else. Closed by whoever opens it. */
  Capabilities open(Assignment assignment);
}
