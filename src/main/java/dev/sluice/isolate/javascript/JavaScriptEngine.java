package dev.sluice.isolate.javascript;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.SandboxPolicy;
import org.graalvm.polyglot.io.FileSystem;
import org.graalvm.polyglot.io.IOAccess;

/**
 * One engine, which shares parsed code between its contexts, so it must serve one trust domain
 * only. Any thread.
 */
public final class JavaScriptEngine implements AutoCloseable {
  static final String LANGUAGE = "js";

  private static final Map<String, String> OPTIONS =
      Map.of(
          "js.console", "false",
          "js.print", "false",
          "js.load", "false",
          "js.text-encoding", "true",
          // globals.js takes from it what hears of rejections, and removes it.
          "js.graal-builtin", "true",
          "js.unhandled-rejections", "handler");

  private final Engine engine =
      Engine.newBuilder(LANGUAGE)
          .sandbox(SandboxPolicy.CONSTRAINED)
          .in(InputStream.nullInputStream())
          .out(OutputStream.nullOutputStream())
          .err(OutputStream.nullOutputStream())
          .option("engine.WarnInterpreterOnly", "false")
          .build();

  /** A context that sees nothing but this file system. */
  public Context newContext(FileSystem files) {
    return Context.newBuilder(LANGUAGE)
        .engine(engine)
        .sandbox(SandboxPolicy.CONSTRAINED)
        .allowHostAccess(HostAccess.CONSTRAINED)
        .allowPolyglotAccess(PolyglotAccess.NONE)
        .allowIO(IOAccess.newBuilder().fileSystem(files).build())
        .in(InputStream.nullInputStream())
        .out(OutputStream.nullOutputStream())
        .err(OutputStream.nullOutputStream())
        .options(OPTIONS)
        .build();
  }

  /** The release of the jar on the class path; the engine calls itself a development build. */
  public String version() {
    return Optional.ofNullable(Engine.class.getPackage().getImplementationVersion())
        .orElseGet(engine::getVersion);
  }

  /** Whether hot code is compiled to machine code. */
  boolean isOptimising() {
    return !engine.getImplementationName().equals("Interpreted");
  }

  @Override
  public void close() {
    engine.close(true);
  }
}
