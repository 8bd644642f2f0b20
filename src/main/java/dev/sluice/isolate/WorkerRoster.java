package dev.sluice.isolate;

import dev.sluice.job.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Which workers are free: spares of nobody, and idle ones of a tenant. Guarded by this. */
final class WorkerRoster {
  private record Idle(Sandbox sandbox, Instant since) {}

  private final WorkerShape spareShape;
  private final int mostIdle;
  private final Deque<Sandbox> spares = new ArrayDeque<>();

  /** Longest idle first. */
  private final Deque<Idle> idle = new ArrayDeque<>();

  private boolean closed;

  WorkerRoster(WorkerShape spareShape, int mostIdle) {
    this.spareShape = spareShape;
    this.mostIdle = mostIdle;
  }

  /** A free worker for a tenant's program, its own if it has one, else a spare, now bound. */
  synchronized Optional<Sandbox> take(TenantId tenant, WorkerShape shape) {
    for (Iterator<Idle> youngest = idle.descendingIterator(); youngest.hasNext(); ) {
      Sandbox sandbox = youngest.next().sandbox();
      if (sandbox.serves(tenant, shape)) {
        youngest.remove();
        return Optional.of(sandbox);
      }
    }
    return shape.equals(spareShape)
        ? Optional.ofNullable(spares.poll()).map(spare -> spare.boundTo(tenant))
        : Optional.empty();
  }

  /** Keeps a worker that nobody owns yet; the answer is what must go instead. */
  synchronized List<Sandbox> addSpare(Sandbox spare) {
    if (closed) {
      return List.of(spare);
    }
    spares.add(spare);
    return List.of();
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

  /** Takes out who has been idle for so long, and who has died. */
  synchronized List<Sandbox> removeStale(Instant now, Duration longest) {
    List<Sandbox> leaving = new ArrayList<>();
    idle.removeIf(
        waiting -> {
          boolean stale =
              waiting.since().plus(longest).isBefore(now) || !waiting.sandbox().worker().isAlive();
          return stale && leaving.add(waiting.sandbox());
        });
    spares.removeIf(spare -> !spare.worker().isAlive() && leaving.add(spare));
    return leaving;
  }

  synchronized int spares() {
    return spares.size();
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
}
