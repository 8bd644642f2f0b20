package dev.sluice.kafka.executor;

import dev.sluice.job.Assignment;
import dev.sluice.job.JobKey;
import dev.sluice.job.Limit;
import dev.sluice.job.TenantId;
import dev.sluice.job.Tier;
import dev.sluice.sandbox.Cancellation;
import dev.sluice.sandbox.Offer;
import dev.sluice.sandbox.SandboxListener;
import dev.sluice.sandbox.SandboxPool;
import dev.sluice.verdict.AttemptOutcome;
import dev.sluice.verdict.Ending;
import dev.sluice.verdict.Output;
import dev.sluice.verdict.SandboxStamp;
import dev.sluice.verdict.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * A pool that does what a program's text says: {@code wait} until it is cancelled or let go, {@code
 * fail} with an exception, {@code exceed} the wall limit; anything else exits with 0.
 */
final class TestingPool implements SandboxPool {
  private final Tier tier;
  private final String tenant;
  private final SandboxListener listener;
  private final List<JobKey> started = new CopyOnWriteArrayList<>();
  private final CountDownLatch letGo = new CountDownLatch(1);
  private volatile Offer offer = new Offer.Available(2, Set.of("javascript"));

  /**
   * A pool of two slots.
   *
   * @param tenant whose programs it obeys; those of other tests' tenants exit at once, unheard
   */
  TestingPool(Tier tier, SandboxListener listener, String tenant) {
    this.tier = tier;
    this.tenant = tenant;
    this.listener = listener;
  }

  long startsOf(JobKey key) {
    return started.stream().filter(key::equals).count();
  }

  void letGo() {
    letGo.countDown();
  }

  void offers(Offer other) {
    offer = other;
  }

  @Override
  public Tier tier() {
    return tier;
  }

  @Override
  public Offer offer() {
    return offer;
  }

  @Override
  public AttemptOutcome run(Assignment assignment, Cancellation cancellation) {
    if (!assignment.key().tenant().value().equals(tenant)) {
      return outcome(assignment, Optional.empty(), new Ending.Exited(0, Optional.empty()));
    }
    started.add(assignment.key());
    SandboxStamp stamp =
        new SandboxStamp("testing", "sandbox-" + assignment.key(), "none 1", "unconfined");
    Optional<TenantId> owner = Optional.of(assignment.key().tenant());
    listener.created(stamp, owner);
    try {
      Ending ending =
          switch (assignment.program().entryFile().orElseThrow().content().text()) {
            case "fail" -> throw new IllegalStateException("a bug");
            case "wait" -> waited(cancellation);
            case "exceed" -> {
              listener.limitFired(
                  stamp, assignment.key(), assignment.attempt(), Limit.WALL, "10 s");
              yield new Ending.Exceeded(Limit.WALL, "10 s");
            }
            default -> new Ending.Exited(0, Optional.empty());
          };
      return outcome(assignment, Optional.of(stamp), ending);
    } finally {
      listener.destroyed(stamp, owner, "done");
    }
  }

  private static AttemptOutcome outcome(
      Assignment assignment, Optional<SandboxStamp> stamp, Ending ending) {
    Instant now = Instant.now();
    return new AttemptOutcome(
        assignment.key(), assignment.attempt(), stamp, ending, Output.NONE, Usage.NONE, now, now);
  }

  private Ending waited(Cancellation cancellation) {
    cancellation.whenRequested(letGo::countDown);
    try {
      letGo.await();
    } catch (InterruptedException unexpected) {
      Thread.currentThread().interrupt();
    }
    return cancellation.isRequested()
        ? new Ending.Stopped()
        : new Ending.Exited(0, Optional.empty());
  }

  @Override
  public void close() {
    letGo();
  }
}
