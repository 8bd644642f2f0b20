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
  private final Enclosure enclosure;
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
    this.enclosure = Enclosure.of(settings, command.bubblewrap());
  }

  /** Why no sandbox can be made on this machine, if that is known. */
  Optional<String> obstacle() {
    return enclosure.obstacle();
  }

  /** Starts a worker and waits until it is ready. */
  Sandbox make(WorkerShape shape, Optional<TenantId> tenant, BooleanSupplier givenUp)
      throws WorkerEndedException, InterruptedException {
    String name = "isolate-" + UUID.randomUUID();
    Cell cell = cell(name, shape);
    try {
      Worker worker = start(shape, cell);
      String engine = awaitReady(worker, givenUp);
      SandboxStamp stamp = new SandboxStamp(executor, name, engine, enclosure.words());
      listener.created(stamp, tenant);
      return new Sandbox(worker, stamp, shape, cell.gauge(worker.programProcess()), tenant, 0);
    } catch (WorkerEndedException | InterruptedException | RuntimeException failed) {
      cell.close();
      throw failed;
    }
  }

  private String awaitReady(Worker worker, BooleanSupplier givenUp)
      throws WorkerEndedException, InterruptedException {
    try {
      return worker.awaitReady(
          settings.workerLife().start(), () -> closed || givenUp.getAsBoolean());
    } catch (WorkerEndedException | InterruptedException failed) {
      worker.destroy();
      throw failed;
    }
  }

  void unmake(Sandbox sandbox, String reason) {
    sandbox.worker().destroy();
    sandbox.gauge().close();
    listener.destroyed(sandbox.stamp(), sandbox.tenant(), reason);
  }

  private Cell cell(String name, WorkerShape shape) throws WorkerEndedException {
    if (closed) {
      throw new WorkerEndedException(CLOSED);
    }
    Optional<String> obstacle = obstacle();
    if (obstacle.isPresent()) {
      throw new WorkerEndedException(obstacle.get());
    }
    try {
      return enclosure.cell(name, settings.workerMemory().ofProcess(shape));
    } catch (IOException refused) {
      throw new WorkerEndedException(
          "a worker could not be given a control group: " + refused.getMessage(), refused);
    }
  }

  private Worker start(WorkerShape shape, Cell cell)
      throws WorkerEndedException, InterruptedException {
    try {
      ProcessBuilder builder = new ProcessBuilder(cell.around(command.forShape(shape, caches)));
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
    enclosure.close();
  }
}
