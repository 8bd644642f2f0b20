package dev.sluice.isolate.javascript;

import dev.sluice.isolate.javascript.JavaScriptRunner.Start;
import dev.sluice.isolate.language.GuestOutput;
import dev.sluice.isolate.language.RunningProgram;
import dev.sluice.isolate.polyglot.ErrorText;
import dev.sluice.isolate.protocol.Finish;
import dev.sluice.isolate.protocol.Report;
import dev.sluice.job.SourceFile;
import java.util.Optional;
import java.util.OptionalInt;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/** One JavaScript program in its context. */
final class JavaScriptProgram implements RunningProgram {
  private final Context context;
  private final JavaScriptGlobals globals;
  private final Start start;
  private final GuestOutput output;
  private final Timers timers = new Timers();

  private OptionalInt exitCode = OptionalInt.empty();
  private volatile boolean stopped;

  JavaScriptProgram(Context context, JavaScriptGlobals globals, Start start, GuestOutput output) {
    this.context = context;
    this.globals = globals;
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
        globals.installInto(
            context,
            entry.path(),
            start.invocation(),
            new JavaScriptGlobals.Effects(this::write, this::exit, timers));
    Value program;
    try {
      program = JavaScriptSources.parseEntry(context, entry);
    } catch (PolyglotException error) {
      if (error.isSyntaxError()) {
        return new Finish.DidNotCompile(ErrorText.of(error));
      }
      throw error;
    }
    Value place = tools.getMember("settle").execute(program.execute());
    if (!timers.runAll()) {
      return new Finish.Stopped();
    }
    Value json = tools.getMember("json").execute(place);
    if (json.isString() && !output.write(Report.Stream.VALUE, json.asString())) {
      return new Finish.WroteTooMuch();
    }
    return new Finish.Exited(0);
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
    throw error;
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
    timers.stop();
    context.close(true);
  }

  @Override
  public void close() {
    context.close(true);
  }
}
