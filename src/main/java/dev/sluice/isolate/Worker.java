package dev.sluice.isolate;

import dev.sluice.isolate.protocol.Frames;
import dev.sluice.isolate.protocol.Order;
import dev.sluice.isolate.protocol.OrderCodec;
import dev.sluice.job.ByteSize;
import dev.sluice.job.Invocation;
import dev.sluice.job.Program;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * One worker process and the line to it. Orders are sent from threads of their own, because a
 * worker that does not listen must not hold up whoever watches it.
 */
final class Worker {
  private static final int BETWEEN_LOOKS_MILLIS = 20;
  private static final int LAST_WORDS_BYTES = 2048;
  private static final Duration MONITOR_PATIENCE = Duration.ofSeconds(1);
  private static final Duration KILL_PATIENCE = Duration.ofSeconds(10);

  private final Process process;
  private final Conversation conversation = new Conversation();
  private final CompletableFuture<String> lastWords = new CompletableFuture<>();
  private final OutputStream orders;

  /** Guarded by this. */
  private long lastNumber;

  private Worker(Process process) {
    this.process = process;
    this.orders = new BufferedOutputStream(process.getOutputStream());
  }

  /**
   * Starts a process. With bubblewrap the calling thread must live as long as the worker may: the
   * kernel's parent-death signal is tied to the thread that started it, not to our process. The
   * script before it becomes bubblewrap, so that this thread stays its parent.
   */
  static Worker start(ProcessBuilder command) throws IOException {
    Worker worker = new Worker(command.start());
    long pid = worker.process.pid();
    Thread.ofPlatform().daemon().name("isolate-reports-" + pid).start(worker::listen);
    Thread.ofPlatform().daemon().name("isolate-words-" + pid).start(worker::keepLastWords);
    return worker;
  }

  /** Waits until it can take a program; answers with the engine's name and version. */
  String awaitReady(Duration patience, BooleanSupplier givenUp)
      throws WorkerEndedException, InterruptedException {
    long deadlineNanos = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < deadlineNanos) {
      try {
        return conversation.ready().get(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
      } catch (ExecutionException early) {
        throw new WorkerEndedException("a worker did not start: " + whatItSaid(), early);
      } catch (TimeoutException notYet) {
        if (givenUp.getAsBoolean()) {
          throw new WorkerEndedException("nobody waits for the worker any more", notYet);
        }
      }
    }
    throw new WorkerEndedException("a worker was not ready after " + patience);
  }

  /** Hands it a program. */
  Conversation.Running run(Program program, Invocation invocation, ByteSize output) {
    long number = nextNumber();
    Conversation.Running running = conversation.begin(number, new OutputCollector(output));
    send(new Order.Run(number, program, invocation, output));
    return running;
  }

  /** Asks it to end that program. */
  void stop(Conversation.Running running) {
    send(new Order.Stop(running.number()));
  }

  /** The process that runs programs: with bubblewrap not the one we started but its child. */
  ProcessHandle programProcess() {
    return process.toHandle().children().findFirst().orElse(process.toHandle());
  }

  /** Whether it may run a program: its process lives, and its line to us holds. */
  boolean isAlive() {
    return process.isAlive() && !conversation.isOver();
  }

  /**
   * Kills it and waits until all of it is gone. Bubblewrap's child is the first process of the
   * worker's own process space: the kernel lets it end after all others there, and bubblewrap ends
   * after it. To kill bubblewrap as well would leave that child to whoever reaps orphans here,
   * which can take seconds.
   */
  void destroy() {
    programProcess().destroyForcibly();
    boolean interrupted = Thread.interrupted();
    try {
      if (!endsWithin(MONITOR_PATIENCE)) {
        process.destroyForcibly();
        if (!endsWithin(KILL_PATIENCE)) {
          throw new IllegalStateException("a killed worker process does not end");
        }
      }
    } catch (InterruptedException stopped) {
      interrupted = true;
      process.destroyForcibly();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private boolean endsWithin(Duration patience) throws InterruptedException {
    return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Its exit code, waiting for its end if that is near; empty if it lives on. */
  Optional<Integer> exitCode() throws InterruptedException {
    return process.waitFor(5, TimeUnit.SECONDS)
        ? Optional.of(process.exitValue())
        : Optional.empty();
  }

  /** The first it said on standard error, which is little unless it is dying. */
  String words() throws InterruptedException {
    try {
      return lastWords.get(1, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException silent) {
      return "";
    }
  }

  private synchronized long nextNumber() {
    return ++lastNumber;
  }

  private void send(Order order) {
    Thread.ofVirtual()
        .start(
            () -> {
              byte[] frame = OrderCodec.encode(order);
              synchronized (orders) {
                try {
                  Frames.write(orders, frame);
                } catch (IOException closed) {
                  conversation.end(new WorkerEndedException("it takes no orders", closed));
                }
              }
            });
  }

  private void listen() {
    try (InputStream reports = new BufferedInputStream(process.getInputStream())) {
      conversation.hearAll(reports);
      conversation.end(new WorkerEndedException("it ended"));
    } catch (IOException | RuntimeException broken) {
      process.destroyForcibly();
      conversation.end(
          new WorkerEndedException("it broke the protocol: " + broken.getMessage(), broken));
    }
  }

  /** What the process says on standard error; ours alone until a program has run. */
  private void keepLastWords() {
    try (InputStream errors = process.getErrorStream()) {
      byte[] kept = errors.readNBytes(LAST_WORDS_BYTES);
      lastWords.complete(new String(kept, StandardCharsets.UTF_8).strip());
      errors.transferTo(OutputStream.nullOutputStream());
    } catch (IOException closed) {
      lastWords.complete("");
    }
  }

  private String whatItSaid() throws InterruptedException {
    String said = words();
    return said.isEmpty() ? "exit code " + exitCode().map(String::valueOf).orElse("none") : said;
  }
}
