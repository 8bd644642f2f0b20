package dev.sluice.isolate.javascript;

import dev.sluice.isolate.polyglot.JobFileSystem;
import dev.sluice.job.Invocation;
import dev.sluice.job.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.IntConsumer;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;

/**
 * What a program finds in its global scope beyond the language: the prelude in JavaScript, and the
 * few host functions below it, which only the prelude can name.
 */
record JavaScriptGlobals(
    Source prelude, Source inspector, Source primordials, JobFileSystem files) {

  /**
   * What the host functions do to their program.
   *
   * @param write of a text, to standard error if true; false stops the program
   * @param exit with a code; does not return to the program
   */
  record Effects(BiPredicate<Boolean, String> write, IntConsumer exit, Timers timers) {}

  /** Installs them; the answer has the functions {@code settle} and {@code json}. */
  Value installInto(Context context, String entrypoint, Invocation invocation, Effects effects) {
    Map<String, Object> host = new HashMap<>();
    host.put("entrypoint", entrypoint);
    host.put("stdin", invocation.stdin().text());
    host.put("args", ProxyArray.fromList(List.copyOf(invocation.arguments())));
    host.put("environment", pairs(invocation.environment()));
    host.put(
        "write",
        (ProxyExecutable)
            arguments -> effects.write().test(arguments[0].asBoolean(), arguments[1].asString()));
    host.put("exit", executable(arguments -> effects.exit().accept(arguments[0].asInt())));
    host.put(
        "setTimer",
        (ProxyExecutable)
            arguments ->
                effects
                    .timers()
                    .set(arguments[0], arguments[1].asDouble(), arguments[2].asBoolean()));
    host.put(
        "clearTimer",
        executable(
            arguments -> {
              if (arguments[0].fitsInLong()) {
                effects.timers().clear(arguments[0].asLong());
              }
            }));
    long begun = System.nanoTime();
    host.put("now", (ProxyExecutable) _ -> (System.nanoTime() - begun) / 1e6);
    host.put("inspector", (ProxyExecutable) _ -> context.eval(inspector));
    host.put("primordials", (ProxyExecutable) _ -> context.eval(primordials));
    host.put(
        "resolve",
        (ProxyExecutable)
            arguments ->
                files
                    .find(arguments[0].asString(), arguments[1].asString())
                    .<Object>map(SourceFile::path)
                    .orElseGet(() -> context.eval(JavaScriptEngine.LANGUAGE, "null")));
    host.put("text", (ProxyExecutable) arguments -> file(arguments[0]).content().text());
    host.put(
        "compile",
        (ProxyExecutable)
            arguments -> context.eval(JavaScriptSources.commonJs(file(arguments[0]))));
    return context.eval(prelude).execute(ProxyObject.fromMap(host));
  }

  private SourceFile file(Value path) {
    return files.find("", "./" + path.asString()).orElseThrow();
  }

  private static ProxyArray pairs(Map<String, String> map) {
    return ProxyArray.fromList(
        map.entrySet().stream()
            .<Object>map(entry -> ProxyArray.fromArray(entry.getKey(), entry.getValue()))
            .toList());
  }

  private interface Command {
    void execute(Value[] arguments);
  }

  private static ProxyExecutable executable(Command command) {
    return arguments -> {
      command.execute(arguments);
      return true;
    };
  }
}
