package dev.sluice.isolate.javascript;

import dev.sluice.isolate.polyglot.JobFileSystem;
import dev.sluice.job.Invocation;
import dev.sluice.job.SourceFile;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;

/**
 * What a program finds in its global scope beyond the language: {@code globals.js} and what it
 * loads, and the few host functions below, which only those files can name.
 */
record JavaScriptGlobals(InternalSources sources, JobFileSystem files) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int MOST_RANDOM_BYTES = 65_536;

  /**
   * What the host functions do to their program.
   *
   * @param write of a text, to standard error if true; false stops the program
   * @param exit with a code; does not return to the program
   */
  record Effects(BiPredicate<Boolean, String> write, IntConsumer exit, EventLoop loop) {}

  /** Installs them; the answer has the functions that the runner calls. */
  Value installInto(Context context, String entrypoint, Invocation invocation, Effects effects) {
    Map<String, Object> host = new HashMap<>();
    putInvocation(host, entrypoint, invocation);
    putEffects(host, effects);
    putTimers(host, effects.loop());
    putFiles(host, context);
    put(host, "part", arguments -> context.eval(sources.part(arguments[0].asString())));
    put(host, "pack", arguments -> context.eval(sources.packaged(arguments[0].asString())));
    put(host, "packText", arguments -> sources.packagedText(arguments[0].asString()));
    put(host, "describe", arguments -> arguments[0].toString());
    return context.eval(sources.part("globals.js")).execute(ProxyObject.fromMap(host));
  }

  private static void putInvocation(
      Map<String, Object> host, String entrypoint, Invocation invocation) {
    host.put("folder", JobFileSystem.ROOT);
    host.put("file", JobFileSystem.ROOT + "/" + entrypoint);
    host.put("stdin", invocation.stdin().text());
    host.put("args", ProxyArray.fromList(List.copyOf(invocation.arguments())));
    host.put("environment", pairs(invocation.environment()));
  }

  private static void putEffects(Map<String, Object> host, Effects effects) {
    put(
        host,
        "write",
        arguments -> effects.write().test(arguments[0].asBoolean(), arguments[1].asString()));
    put(
        host,
        "exit",
        arguments -> {
          effects.exit().accept(arguments[0].asInt());
          return false;
        });
    put(host, "random", arguments -> random(arguments[0].asInt()));
    put(host, "memory", _ -> memory(Runtime.getRuntime()));
    long begun = System.nanoTime();
    put(host, "now", _ -> (System.nanoTime() - begun) / 1e6);
    put(host, "nanos", _ -> (double) (System.nanoTime() - begun));
  }

  private static void putTimers(Map<String, Object> host, EventLoop loop) {
    put(
        host,
        "setTimer",
        arguments ->
            loop.setTimer(arguments[0], arguments[1].asDouble(), arguments[2].asBoolean()));
    put(host, "setImmediate", arguments -> loop.setImmediate(arguments[0]));
    put(
        host,
        "clearTimer",
        arguments -> arguments[0].fitsInLong() && loop.clear(arguments[0].asLong()));
    put(
        host,
        "keepAlive",
        arguments -> {
          loop.keepAlive(arguments[0].asLong(), arguments[1].asBoolean());
          return true;
        });
    put(
        host,
        "attention",
        _ -> {
          loop.askForAttention();
          return true;
        });
  }

  private void putFiles(Map<String, Object> host, Context context) {
    put(
        host,
        "resolve",
        arguments ->
            files
                .find(arguments[0].asString(), arguments[1].asString())
                .map(found -> JobFileSystem.ROOT + "/" + found.path())
                .orElse(""));
    put(host, "text", arguments -> file(arguments[0]).content().text());
    put(host, "compile", arguments -> context.eval(JavaScriptSources.commonJs(file(arguments[0]))));
  }

  private SourceFile file(Value path) {
    return files.find(JobFileSystem.ROOT, path.asString()).orElseThrow();
  }

  private static String random(int length) {
    byte[] bytes = new byte[Math.clamp(length, 0, MOST_RANDOM_BYTES)];
    RANDOM.nextBytes(bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static ProxyArray memory(Runtime machine) {
    return ProxyArray.fromArray(
        machine.totalMemory(), machine.totalMemory() - machine.freeMemory());
  }

  private static ProxyArray pairs(Map<String, String> map) {
    return ProxyArray.fromList(
        map.entrySet().stream()
            .<Object>map(entry -> ProxyArray.fromArray(entry.getKey(), entry.getValue()))
            .toList());
  }

  private static void put(Map<String, Object> host, String name, Function<Value[], Object> body) {
    host.put(name, (ProxyExecutable) body::apply);
  }
}
