package dev.sluice.kafka.executor;

import dev.sluice.capability.Broker;
import dev.sluice.capability.Secrets;
import dev.sluice.sandbox.Offer;
import dev.sluice.sandbox.PoolCapacity;
import dev.sluice.sandbox.SandboxPool;
import dev.sluice.sandbox.Surroundings;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An executor as a running stage: a pool, a slot for each program that it can run at once, and what
 * they say to the other stages. {@link #start} returns at once. {@link #close} gives running jobs a
 * moment, stops the rest (they count as the platform's fault and are tried again), destroys every
 * sandbox, and returns when all of it is told. Owns the pool. One thread starts and closes it.
 */
public final class ExecutorStage implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ExecutorStage.class);

  private final ExecutorSettings settings;
  private final Map<String, Object> client;
  private final Outbound outbound;
  private final SandboxPool pool;
  private final RunningJobs running = new RunningJobs();
  private final Attempts attempts;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final CapacityPublisher capacity;
  private final ControlListener control;
  private final List<Slot> slots = new ArrayList<>();

  /**
   * A stage that is not started yet.
   *
   * @param client properties for every Kafka client, {@code bootstrap.servers} at least
   * @param secrets what is attached to programs' calls
   * @param pool makes the pool
   */
  public ExecutorStage(
      ExecutorSettings settings,
      Map<String, Object> client,
      Secrets secrets,
      Function<Surroundings, SandboxPool> pool) {
    this.settings = settings;
    this.client = Map.copyOf(client);
    this.outbound = new Outbound(settings.executor(), client);
    InstantSource clock = InstantSource.system();
    this.pool =
        pool.apply(
            new Surroundings(
                new SandboxAudit(settings.executor(), settings.tier(), outbound),
                new Broker(secrets, new CapabilityAudit(outbound)),
                clock));
    this.attempts = new Attempts(this.pool, running, clock);
    this.capacity = new CapacityPublisher(settings, outbound, this::capacity, this::serve);
    this.control = new ControlListener(client, running);
  }

  public void start() {
    ShareGroup.configure(settings, client);
    control.start();
    capacity.start();
  }

  /** Opens the slots when the pool first says that it can run something. */
  private synchronized void serve(Offer offer) {
    switch (offer) {
      case Offer.Available(int count, var _) -> {
        if (slots.isEmpty() && closing.getCount() > 0) {
          for (int number = 1; number <= count; number++) {
            Slot slot = new Slot(number, settings, client, attempts, outbound, closing);
            slots.add(slot);
            slot.start();
          }
          LOG.info("stage=executor executor={} slots={}", settings.executor(), count);
        }
        slots.forEach(slot -> slot.pause(false));
      }
      case Offer.Unavailable(String _) -> slots.forEach(slot -> slot.pause(true));
    }
  }

  private PoolCapacity capacity() {
    return new PoolCapacity(
        settings.executor(), settings.tier(), pool.offer(), attempts.service(), Instant.now());
  }

  @Override
  public void close() {
    if (closing.getCount() == 0) {
      return;
    }
    closing.countDown();
    capacity.close();
    if (!running.awaitNone(settings.closePatience())) {
      running.stopAll();
    }
    List<Slot> open;
    synchronized (this) {
      open = List.copyOf(slots);
    }
    open.forEach(Slot::close);
    control.close();
    pool.close();
    outbound.close();
  }
}
