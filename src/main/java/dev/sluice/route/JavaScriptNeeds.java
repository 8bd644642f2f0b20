package dev.sluice.route;

import dev.sluice.job.Program;
import dev.sluice.job.SourceFile;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what JavaScript takes from Node or from packages. A heuristic over tokens, not a proof: a
 * name that is put together at run time is not seen, and a program that is sent to the wrong tier
 * can ask for the right one. It decides where a program runs best; what the program may do is
 * decided by the sandbox alone.
 */
final class JavaScriptNeeds {
  /** Groups: index of the literal that names the module. All repetitions are possessive: linear. */
  private static final Pattern IMPORT =
      Pattern.compile(
          "(?<![\\w$.])(?:require\\s*+\\(|import\\s*+\\(?+|from)\\s*+\"(?<literal>\\d++)\"");

  private static final Pattern NETWORK_GLOBAL =
      Pattern.compile(
          "(?<![\\w$.])(?:(?<call>fetch)\\s*+\\(|new\\s++(?<made>WebSocket|XMLHttpRequest|EventSource)(?![\\w$]))");
  private static final Pattern DECLARED =
      Pattern.compile(
          "(?<![\\w$.])(?:const|let|var|function|class|async\\s++function)\\s++(?<name>fetch)(?![\\w$])");
  private static final String NODE = "node:";
  private static final Pattern PACKAGES =
      Pattern.compile("\"(?:dependencies|devDependencies|optionalDependencies)\"\\s*+:");

  /** The built-in modules of Node 18 (Debian 12), as {@code module.builtinModules} lists them. */
  private static final Set<String> BUILT_IN =
      Set.of(
          "assert",
          "async_hooks",
          "buffer",
          "child_process",
          "cluster",
          "console",
          "constants",
          "crypto",
          "dgram",
          "diagnostics_channel",
          "dns",
          "domain",
          "events",
          "fs",
          "http",
          "http2",
          "https",
          "inspector",
          "module",
          "net",
          "os",
          "path",
          "perf_hooks",
          "process",
          "punycode",
          "querystring",
          "readline",
          "repl",
          "stream",
          "string_decoder",
          "sys",
          "timers",
          "tls",
          "trace_events",
          "tty",
          "url",
          "util",
          "v8",
          "vm",
          "wasi",
          "worker_threads",
          "zlib");

  /** Those of them, and parts of them, that programs have in isolates too. */
  private static final Set<String> IN_ISOLATES =
      Set.of(
          "assert",
          "assert/strict",
          "buffer",
          "console",
          "events",
          "module",
          "path",
          "path/posix",
          "process",
          "punycode",
          "querystring",
          "string_decoder",
          "timers",
          "timers/promises",
          "url",
          "util",
          "util/types");

  private JavaScriptNeeds() {}

  static Optional<String> of(Program program) {
    Set<String> own =
        program.files().stream().map(SourceFile::path).collect(Collectors.toUnmodifiableSet());
    return program.files().stream().flatMap(file -> of(file, own).stream()).findFirst();
  }

  private static Optional<String> of(SourceFile file, Set<String> own) {
    String text = file.content().text();
    if (file.path().equals("package.json") || file.path().endsWith("/package.json")) {
      return PACKAGES.matcher(text).find()
          ? Optional.of(ContainerNeeds.shown(file.path()) + " asks for packages")
          : Optional.empty();
    }
    if (file.path().endsWith(".json")) {
      return Optional.empty();
    }
    JavaScriptTokens tokens = JavaScriptTokens.of(text);
    return IMPORT
        .matcher(tokens.code())
        .results()
        .map(found -> tokens.literals().get(Integer.parseInt(found.group("literal"))))
        .flatMap(module -> ofModule(module, own))
        .findFirst()
        .or(() -> global(tokens.code()));
  }

  private static Stream<String> ofModule(String module, Set<String> own) {
    boolean prefixed = module.startsWith(NODE);
    if (IN_ISOLATES.contains(prefixed ? module.substring(NODE.length()) : module)) {
      return Stream.empty();
    }
    if (prefixed) {
      return Stream.of("imports " + ContainerNeeds.shown(module));
    }
    boolean isPath = module.startsWith("./") || module.startsWith("../") || module.startsWith("/");
    boolean isOwn =
        Stream.of("", ".js", ".mjs", ".cjs").anyMatch(end -> own.contains(module + end));
    if (isPath || isOwn) {
      return Stream.empty();
    }
    int slash = module.indexOf('/');
    if (BUILT_IN.contains(slash < 0 ? module : module.substring(0, slash))) {
      return Stream.of("imports node:" + ContainerNeeds.shown(module));
    }
    return Stream.of(
        "imports "
            + ContainerNeeds.shown(module)
            + ", a package that is not among the job's files");
  }

  private static Optional<String> global(String code) {
    Set<String> declared =
        DECLARED
            .matcher(code)
            .results()
            .map(found -> found.group("name"))
            .collect(Collectors.toUnmodifiableSet());
    Matcher network = NETWORK_GLOBAL.matcher(code);
    while (network.find()) {
      String name = network.group("call") == null ? network.group("made") : network.group("call");
      if (!declared.contains(name)) {
        return Optional.of("uses " + name + ", which asks for the network");
      }
    }
    return Optional.empty();
  }
}
