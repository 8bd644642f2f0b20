package dev.sluice.isolate;

import dev.sluice.job.TenantId;
import dev.sluice.sandbox.SpareDemand;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which workers are free: spares of nobody, and idle ones of a tenant; and which spare is being
 * started, so that a program may wait for it instead of starting another. Guarded by this.
 */
final class WorkerRoster {
  private record Idle(Sandbox sandbox, Instant since) {}

  private final SpareDemand<WorkerShape> demand;
  private final int mostIdle;
  private final Deque<Sandbox> spares = new ArrayDeque<>();

  /** Longest idle first. */
  private final Deque<Idle> idle = new ArrayDeque<>();

  /** Spares on their way that nobody waits for, first started first. */
  private final List<SpareStart> unclaimed = new ArrayList<>();

  private boolean closed;

  WorkerRoster(IsolateSettings.Spares spares, int mostIdle) {
    this.demand =
        new SpareDemand<>(
            spares.shapes(),
            new SpareDemand.Terms(spares.count(), spares.remembered(), spares.mostOnDemand()));
    this.mostIdle = mostIdle;
  }

  /** An idle worker of the tenant's own. */
  synchronized Optional<Sandbox> takeIdle(TenantId tenant, WorkerShape shape) {
    for (Iterator<Idle> youngest = idle.descendingIterator(); youngest.hasNext(); ) {
      Sandbox sandbox = youngest.next().sandbox();
      if (sandbox.serves(tenant, shape)) {
        youngest.remove();
        return Optional.of(sandbox);
      }
    }
    return Optional.empty();
  }

  /** A spare, the tenant's from now on. */
  synchronized Optional<Sandbox> takeSpare(TenantId tenant, WorkerShape shape, Instant now) {
    demand.ask(shape, now);
    Optional<Sandbox> spare =
        spares.stream().filter(free -> free.shape().equals(shape)).findFirst();
    spare.ifPresent(spares::remove);
    return spare.map(free -> free.boundTo(tenant));
  }

  /** A shape of which there are too few spares, started or starting. */
  synchronized Optional<WorkerShape> missing(Instant now) {
    return demand.wanted(now).entrySet().stream()
        .filter(wanted -> count(wanted.getKey()) < wanted.getValue())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** A spare is being started; whoever needs one like it may claim it. */
  synchronized SpareStart starting(WorkerShape shape) {
    SpareStart start = new SpareStart(shape);
    unclaimed.add(start);
    return start;
  }

  /** A spare on its way that fits and that nobody has claimed; the caller has now. */
  synchronized Optional<SpareStart> claim(WorkerShape shape) {
    Optional<SpareStart> fitting =
        unclaimed.stream().filter(start -> start.shape().equals(shape)).findFirst();
    fitting.ifPresent(unclaimed::remove);
    return fitting;
  }

  /** The spare has started: whoever claimed it has it, else it is kept; what must go instead. */
  synchronized List<Sandbox> started(SpareStart start, Sandbox spare) {
    boolean isClaimed = !unclaimed.remove(start);
    if (isClaimed && start.worker().complete(spare)) {
      return List.of();
    }
    if (closed) {
      return List.of(spare);
    }
    spares.add(spare);
    return List.of();
  }

  /** The spare has not started. */
  synchronized void failed(SpareStart start, Throwable why) {
    unclaimed.remove(start);
    start.worker().completeExceptionally(why);
  }

  /** Keeps a tenant's worker for its next program; the answer is what must go for it. */
  synchronized List<Sandbox> putBack(Sandbox sandbox, Instant now) {
    if (closed) {
      return List.of(sandbox);
    }
    idle.addLast(new Idle(sandbox, now));
    List<Sandbox> leaving = new ArrayList<>();
    while (idle.size() > mostIdle) {
      leaving.add(idle.removeFirst().sandbox());
    }
    return leaving;
  }

  /** Takes out who has been idle for so long, who has died, and spares of no use any more. */
  synchronized List<Sandbox> removeStale(Instant now, Duration longest) {
    List<Sandbox> leaving = new ArrayList<>();
    idle.removeIf(
        waiting -> {
          boolean stale =
              waiting.since().plus(longest).isBefore(now) || !waiting.sandbox().worker().isAlive();
          return stale && leaving.add(waiting.sandbox());
        });
    Map<WorkerShape, Integer> wanted = demand.wanted(now);
    spares.removeIf(
        spare ->
            (!spare.worker().isAlive() || !wanted.containsKey(spare.shape()))
                && leaving.add(spare));
    return leaving;
  }

  /** Takes out all, and keeps none from now on. */
  synchronized List<Sandbox> close() {
    closed = true;
    List<Sandbox> leaving = new ArrayList<>(spares);
    idle.forEach(waiting -> leaving.add(waiting.sandbox()));
    spares.clear();
    idle.clear();
    return leaving;
  }

  private long count(WorkerShape shape) {
    return spares.stream().filter(spare -> spare.shape().equals(shape)).count()
        + unclaimed.stream().filter(start -> start.shape().equals(shape)).count();
  }
}
