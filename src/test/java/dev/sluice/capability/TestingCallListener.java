package dev.sluice.capability;

import dev.sluice.job.JobKey;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what was told of calls, a line each. */
public final class TestingCallListener implements CallListener {
  private final List<String> told = new CopyOnWriteArrayList<>();

  @Override
  public void allowed(JobKey key, int attempt, int number, String binding, String detail) {
    told.add("%s/%d #%d allowed %s: %s".formatted(key, attempt, number, binding, detail));
  }

  @Override
  public void denied(
      JobKey key, int attempt, int number, String binding, String rule, String reason) {
    told.add(
        "%s/%d #%d denied %s by %s: %s".formatted(key, attempt, number, binding, rule, reason));
  }

  public List<String> told() {
    return List.copyOf(told);
  }
}
