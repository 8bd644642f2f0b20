package dev.sluice.isolate.javascript;

import dev.sluice.isolate.javascript.JavaScriptRunner.Start;
import dev.sluice.isolate.javascript.JavaScriptSources.Parsed;
import dev.sluice.isolate.language.GuestOutput;
import dev.sluice.isolate.language.RunningProgram;
import dev.sluice.isolate.polyglot.ErrorText;
import dev.sluice.isolate.polyglot.JobFileSystem;
import dev.sluice.isolate.protocol.Finish;
import dev.sluice.isolate.protocol.Report;
import dev.sluice.job.SourceFile;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/** One JavaScript program in its context. */
final class JavaScriptProgram implements RunningProgram {
  private static final int FAILED = 1;

  /** What it finds around it. */
  record Surroundings(InternalSources sources, ModuleFiles files) {}

  private final Context context;
  private final Surroundings surroundings;
  private final Start start;
  private final GuestOutput output;
  private final EventLoop loop = new EventLoop();

  private OptionalInt exitCode = OptionalInt.empty();
  private volatile boolean stopped;

  JavaScriptProgram(Context context, Surroundings surroundings, Start start, GuestOutput output) {
    this.context = context;
    this.surroundings = surroundings;
    this.start = start;
    this.output = output;
  }

  @Override
  public Finish run() {
    Optional<SourceFile> entry = start.program().entryFile();
    if (entry.isEmpty()) {
      return new Finish.DidNotCompile(
          "the entrypoint is not among the files: " + start.program().entrypoint());
    }
    try {
      return run(entry.get());
    } catch (PolyglotException error) {
      return finishAfter(error);
    } catch (IllegalStateException contextClosed) {
      if (stopped) {
        return new Finish.Stopped();
      }
      throw contextClosed;
    }
  }

  private Finish run(SourceFile entry) {
    Value tools =
        new JavaScriptGlobals(surroundings.sources(), surroundings.files().own())
            .installInto(
                context,
                entry.path(),
                start.invocation(),
                new JavaScriptGlobals.Effects(this::write, this::exit, loop));
    surroundings
        .files()
        .loadBy(
            new ModuleFiles.Loader(
                context,
                name ->
                    Optional.of(tools.invokeMember("exportsOf", name))
                        .filter(Value::isString)
                        .map(Value::asString)));
    Parsed program;
    try {
      program = JavaScriptSources.parseEntry(context, start.program(), entry);
    } catch (PolyglotException error) {
      if (error.isSyntaxError()) {
        return new Finish.DidNotCompile(ErrorText.of(error));
      }
      throw error;
    }
    return run(program, JobFileSystem.ROOT + "/" + entry.path(), tools);
  }

  private Finish run(Parsed program, String path, Value tools) {
    try {
      Optional<Value> place = attempt(tools, () -> begun(program, path, tools));
      settle(tools);
      do {
        for (Optional<Value> next = loop.next(); next.isPresent(); next = loop.next()) {
          Value callback = next.get();
          attempt(tools, callback::execute);
          settle(tools);
        }
        if (stopped) {
          return new Finish.Stopped();
        }
        attempt(tools, () -> tools.invokeMember("idle"));
        settle(tools);
      } while (loop.isAlive());
      return end(tools, place);
    } catch (PolyglotException error) {
      if (isItsOwn(error)) {
        tools.invokeMember("fail");
      }
      throw error;
    }
  }

  private static Value begun(Parsed program, String path, Value tools) {
    ProxyExecutable code = _ -> program.code().execute();
    return switch (program) {
      case Parsed.Script _ -> tools.invokeMember("runScript", code);
      case Parsed.CommonJs _ -> tools.invokeMember("runCommonJs", code);
      case Parsed.Module _ -> tools.invokeMember("runModule", code, path);
    };
  }

  private Finish end(Value tools, Optional<Value> place) {
    int code =
        attempt(tools, () -> tools.invokeMember("leave", place.orElse(null)))
            .map(Value::asInt)
            .orElse(FAILED);
    Optional<Value> json = place.map(known -> tools.invokeMember("json", known));
    if (json.isPresent()
        && json.get().isString()
        && !output.write(Report.Stream.VALUE, json.get().asString())) {
      return new Finish.WroteTooMuch();
    }
    return new Finish.Exited(code);
  }

  private void settle(Value tools) {
    while (loop.takeAttention()) {
      attempt(tools, () -> tools.invokeMember("attend"));
    }
  }

  /** Empty if it threw an error that the program itself has a handler for. */
  private Optional<Value> attempt(Value tools, Supplier<Value> step) {
    try {
      return Optional.of(step.get());
    } catch (PolyglotException error) {
      if (isItsOwn(error) && tools.invokeMember("caught", error.getGuestObject()).asBoolean()) {
        return Optional.empty();
      }
      throw error;
    }
  }

  /** Whether the program threw it, and was not made to end by us. */
  private boolean isItsOwn(PolyglotException error) {
    return error.isGuestException()
        && !error.isCancelled()
        && exitCode.isEmpty()
        && !output.isExceeded()
        && !stopped;
  }

  private Finish finishAfter(PolyglotException error) {
    if (exitCode.isPresent()) {
      return new Finish.Exited(exitCode.getAsInt());
    }
    if (output.isExceeded()) {
      return new Finish.WroteTooMuch();
    }
    if (stopped) {
      return new Finish.Stopped();
    }
    if (error.isGuestException()) {
      return new Finish.Threw(ErrorText.of(error));
    }
    if (isStackOverflow(error)) {
      return new Finish.Threw("RangeError: Maximum call stack size exceeded");
    }
    throw error;
  }

  /** Whether the program's recursion ended in a host function of ours. */
  private static boolean isStackOverflow(PolyglotException error) {
    return error.isResourceExhausted()
        || (error.isHostException() && error.asHostException() instanceof StackOverflowError);
  }

  private boolean write(boolean toError, String text) {
    if (!output.write(toError ? Report.Stream.STDERR : Report.Stream.STDOUT, text)) {
      context.close(true);
    }
    return true;
  }

  private void exit(int code) {
    exitCode = OptionalInt.of(code);
    context.close(true);
  }

  @Override
  public void stop() {
    stopped = true;
    loop.stop();
    context.close(true);
  }

  @Override
  public void close() {
    context.close(true);
  }
}
