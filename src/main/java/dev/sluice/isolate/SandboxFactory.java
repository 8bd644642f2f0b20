package dev.sluice.isolate;

import dev.sluice.job.TenantId;
import dev.sluice.sandbox.SandboxListener;
import dev.sluice.verdict.SandboxStamp;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;

/**
 * Makes sandboxes and unmakes them, and tells the listener of both. Any thread; one of its own
 * starts the processes and lives as long as they may.
 */
final class SandboxFactory implements AutoCloseable {
  private static final String CLOSED = "the isolate pool is closed";

  private final String executor;
  private final IsolateSettings settings;
  private final SandboxListener listener;
  private final WorkerCommand command;
  private final AotCaches caches;
  private final ExecutorService starter =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("isolate-starter").factory());

  private volatile boolean closed;

  SandboxFactory(String executor, WorkerCommand command, SandboxListener listener) {
    this.executor = executor;
    this.settings = command.settings();
    this.listener = listener;
    this.command = command;
    this.caches = new AotCaches(command.jvm(), command.files());
  }

  /** Why no sandbox can be made on this machine, if that is known. */
  Optional<String> obstacle() {
    return settings.confinement() == Confinement.BUBBLEWRAP
            && command.bubblewrap().executable().isEmpty()
        ? Optional.of(
            "bubblewrap (bwrap) is not on the PATH. Install it, as root on Debian by `./sluice"
                + " setup` or `apt-get install bubblewrap`, or run programs unconfined by setting"
                + " isolate.confinement: none")
        : Optional.empty();
  }

  /** Starts a worker and waits until it is ready. */
  Sandbox make(WorkerShape shape, Optional<TenantId> tenant, BooleanSupplier givenUp)
      throws WorkerEndedException, InterruptedException {
    Worker worker = start(shape);
    String engine;
    try {
      engine =
          worker.awaitReady(settings.workerLife().start(), () -> closed || givenUp.getAsBoolean());
    } catch (WorkerEndedException | InterruptedException failed) {
      worker.destroy();
      throw failed;
    }
    SandboxStamp stamp =
        new SandboxStamp(
            executor, "isolate-" + UUID.randomUUID(), engine, settings.confinement().word());
    listener.created(stamp, tenant);
    return new Sandbox(worker, stamp, shape, new ProcessGauge(worker.programProcess()), tenant, 0);
  }

  void unmake(Sandbox sandbox, String reason) {
    sandbox.worker().destroy();
    listener.destroyed(sandbox.stamp(), sandbox.tenant(), reason);
  }

  private Worker start(WorkerShape shape) throws WorkerEndedException, InterruptedException {
    if (closed) {
      throw new WorkerEndedException(CLOSED);
    }
    Optional<String> obstacle = obstacle();
    if (obstacle.isPresent()) {
      throw new WorkerEndedException(obstacle.get());
    }
    try {
      ProcessBuilder builder = new ProcessBuilder(command.forShape(shape, caches));
      builder.environment().clear();
      return starter.submit(() -> Worker.start(builder)).get();
    } catch (RejectedExecutionException ended) {
      throw new WorkerEndedException(CLOSED, ended);
    } catch (IOException unprepared) {
      throw new WorkerEndedException(
          "a worker could not be prepared: " + unprepared.getMessage(), unprepared);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException cannotStart) {
        throw new WorkerEndedException(
            "a worker process could not be started: " + cannotStart.getMessage(), cannotStart);
      }
      throw new IllegalStateException("starting a worker failed", failed);
    }
  }

  /** Lets no further sandbox be made, and gives up those that are being made. */
  void stopMaking() {
    closed = true;
  }

  /** Ends the thread that processes depend on; all must be gone by now. */
  @Override
  public void close() {
    caches.close();
    starter.close();
  }
}
