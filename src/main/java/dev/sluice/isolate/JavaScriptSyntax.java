package dev.sluice.isolate;

import dev.sluice.isolate.javascript.JavaScriptParser;
import dev.sluice.job.ByteSize;
import dev.sluice.job.Languages;
import dev.sluice.job.Program;
import dev.sluice.validate.SyntaxChecker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Parses JavaScript and runs nothing of it. What is too long, or takes too long, is let through:
 * its worker parses it again under the job's limits, and a slow parser here is not the program's
 * fault. Any thread; parsing happens in threads of its own, with deep stacks.
 */
public final class JavaScriptSyntax implements SyntaxChecker, AutoCloseable {
  private static final ByteSize LONGEST_PROGRAM = ByteSize.ofMebibytes(2);
  private static final Duration LONGEST_PARSE = Duration.ofSeconds(5);
  private static final int MOST_PARSERS = 4;
  private static final long STACK_BYTES = 16L * 1024 * 1024;

  private final JavaScriptParser parser = new JavaScriptParser();
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0,
          MOST_PARSERS,
          10,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          task -> {
            Thread thread = new Thread(null, task, "javascript-syntax", STACK_BYTES);
            thread.setDaemon(true);
            return thread;
          },
          // All parsers busy: the caller's thread does it, which is what slows the caller down.
          new ThreadPoolExecutor.CallerRunsPolicy());

  @Override
  public String language() {
    return Languages.JAVASCRIPT.name();
  }

  @Override
  public Optional<String> firstError(Program program) {
    if (program.size().compareTo(LONGEST_PROGRAM) > 0) {
      return Optional.empty();
    }
    Callable<Optional<String>> parse = () -> parser.firstError(program);
    Future<Optional<String>> parsing = threads.submit(parse);
    try {
      return parsing.get(LONGEST_PARSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException undecided) {
      return Optional.empty();
    } catch (ExecutionException undecided) {
      if (undecided.getCause() instanceof Error fatal && !(fatal instanceof StackOverflowError)) {
        throw fatal;
      }
      return Optional.empty();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    parser.close();
  }
}
