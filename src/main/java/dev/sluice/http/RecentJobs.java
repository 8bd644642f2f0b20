package dev.sluice.http;

import dev.sluice.job.JobKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The jobs that this gateway took in last. The ledger hears of a job a moment after its submitter
 * got the answer; until then this is how a gateway knows it. Thread-safe.
 */
final class RecentJobs {
  private static final int KEPT = 10_000;

  private final Set<JobKey> keys =
      Collections.synchronizedSet(
          Collections.newSetFromMap(
              new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<JobKey, Boolean> eldest) {
                  return size() > KEPT;
                }
              }));

  void add(JobKey key) {
    keys.add(key);
  }

  boolean contains(JobKey key) {
    return keys.contains(key);
  }
}
