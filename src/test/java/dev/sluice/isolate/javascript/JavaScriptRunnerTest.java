package dev.sluice.isolate.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.isolate.language.GuestOutput;
import dev.sluice.isolate.language.RunningProgram;
import dev.sluice.isolate.protocol.Finish;
import dev.sluice.job.ByteSize;
import dev.sluice.job.Content;
import dev.sluice.job.Invocation;
import dev.sluice.job.Languages;
import dev.sluice.job.Program;
import dev.sluice.job.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a JavaScript program finds and does; our own programs only, so no worker is needed. */
class JavaScriptRunnerTest {
  private static final JavaScriptRunner RUNNER = new JavaScriptRunner();

  private record Ran(Finish finish, String stdout, String stderr, String value) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "console.log('a', 1, true, null, undefined, -0) | a 1 true null undefined -0",
        "console.log('%s is %d and %j', 'x', 4.5, {a:1}) | x is 4.5 and {\"a\":1}",
        "console.log([1, 'two', {three: [4]}]) | [ 1, 'two', { three: [ 4 ] } ]",
        "console.log(new Map([[1, {a: 2}]]), new Set('x')) | Map(1) { 1 => { a: 2 } } Set(1) { 'x' }",
        "console.log(10n, Symbol('s'), () => 1) | 10n Symbol(s) [Function (anonymous)]",
        "console.info({a: {b: {c: {d: 1}}}}) | { a: { b: { c: [Object] } } }",
        "print('as', 'well') | as well",
      })
  void console_formats_as_node_does(String code, String expected) {
    assertThat(run(code).stdout()).isEqualTo(expected + "\n");
  }

  @Test
  void warnings_errors_and_failed_assertions_go_to_standard_error() {
    Ran ran =
        run(
            "console.warn('w'); console.error('e'); console.assert(1 === 2, 'sums', 3);"
                + " console.assert(true, 'unsaid'); console.assert(false)");

    assertThat(ran.stderr()).isEqualTo("w\ne\nAssertion failed: sums 3\nAssertion failed\n");
    assertThat(ran.finish()).isEqualTo(new Finish.Exited(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "({a: [1, 'x', null]}) | {\"a\":[1,\"x\",null]}",
        "const x = 4; x * 2 | 8",
        "Promise.resolve(5).then(x => x + 1) | 6",
        "new Promise(done => setTimeout(() => done('late'), 5)) | \"late\"",
        "(async () => { await null; return {ok: true} })() | {\"ok\":true}",
      })
  void the_value_is_the_last_expression_as_json(String code, String expected) {
    assertThat(run(code).value()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "undefined",
        "() => 1",
        "10n",
        "const a = {}; a.a = a; a",
        "new Promise(() => {})",
        "({ toJSON() { throw 1 } })"
      })
  void a_value_without_json_is_no_value(String code) {
    Ran ran = run(code);

    assertThat(ran.value()).isEmpty();
    assertThat(ran.finish()).isEqualTo(new Finish.Exited(0));
  }

  @Test
  void timers_and_promises_run_in_nodes_order() {
    Ran ran =
        run(
            """
            setTimeout(() => console.log('second'), 20);
            setTimeout((a, b) => console.log('first', a, b), 1, 'x', 'y');
            const never = setTimeout(() => console.log('never'), 1);
            clearTimeout(never);
            let ticks = 0;
            const id = setInterval(() => { console.log('tick'); if (++ticks === 2) clearInterval(id); }, 30);
            queueMicrotask(() => console.log('micro'));
            console.log('main');
            """);

    assertThat(ran.stdout()).isEqualTo("main\nmicro\nfirst x y\nsecond\ntick\ntick\n");
  }

  @Test
  void exit_ends_at_once_and_cannot_be_caught() {
    Ran ran =
        run(
            "console.log('before'); try { exit(7) } catch { console.log('caught') } finally {"
                + " console.log('finally') } console.log('after')");

    assertThat(ran.finish()).isEqualTo(new Finish.Exited(7));
    assertThat(ran.stdout()).isEqualTo("before\n");
  }

  @Test
  void an_uncaught_error_has_its_name_message_and_the_programs_lines() {
    Ran ran = run("function fall() {\n  null.x;\n}\nfall();");

    assertThat(ran.finish())
        .isInstanceOfSatisfying(
            Finish.Threw.class,
            threw ->
                assertThat(threw.error())
                    .startsWith("TypeError: ")
                    .contains("at fall (main.js:2:")
                    .contains("main.js:4:")
                    .doesNotContain("prelude", "java"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "throw 'a string' | Uncaught a string",
        "Promise.reject(new RangeError('unheard')) | RangeError: unheard",
        "(async () => { throw new TypeError('async') })() | TypeError: async",
        "setTimeout(() => { throw new Error('later') }, 1) | Error: later",
        "(function f() { f() })() | RangeError: Maximum call stack size exceeded",
        "throw null | Uncaught null",
      })
  void whatever_is_thrown_is_told(String code, String expected) {
    assertThat(run(code).finish())
        .isInstanceOfSatisfying(
            Finish.Threw.class, threw -> assertThat(threw.error()).contains(expected));
  }

  @Test
  void a_caught_rejection_is_no_error() {
    assertThat(run("Promise.reject(1).catch(() => print('caught'))").finish())
        .isEqualTo(new Finish.Exited(0));
  }

  @Test
  void what_does_not_parse_did_not_compile() {
    Ran ran = run("print('unsaid'); let x = ;");

    assertThat(ran.finish())
        .isInstanceOfSatisfying(
            Finish.DidNotCompile.class,
            not -> assertThat(not.error()).contains("SyntaxError").contains("main.js:1:"));
    assertThat(ran.stdout()).isEmpty();
  }

  @Test
  void input_arguments_and_environment_are_globals() {
    Invocation invocation =
        new Invocation(
            List.of("one", "two"), Content.of("in\n"), Map.of("NAME", "value"), Optional.empty());
    Ran ran =
        run(
            Program.of(Languages.JAVASCRIPT, "({ stdin, args, env, array: Array.isArray(args) })"),
            invocation,
            ByteSize.ofKibibytes(64));

    assertThat(ran.value())
        .isEqualTo(
            "{\"stdin\":\"in\\n\",\"args\":[\"one\",\"two\"],\"env\":{\"NAME\":\"value\"},\"array\":true}");
  }

  @Test
  void commonjs_modules_are_found_among_the_programs_files() {
    Ran ran =
        run(
            "src/main.js",
            Map.of(
                "src/main.js",
                "const { twice } = require('./lib/math'); const data = require('../data.json');"
                    + " print(twice(data.n), require('./lib/math') === require('./lib/math.js'))",
                "src/lib/math.js",
                "exports.twice = n => 2 * n;",
                "data.json",
                "{\"n\": 21}"));

    assertThat(ran.finish()).isEqualTo(new Finish.Exited(0));
    assertThat(ran.stdout()).isEqualTo("42 true\n");
  }

  @Test
  void ecmascript_modules_are_found_among_the_programs_files() {
    Ran ran =
        run(
            "src/main.mjs",
            Map.of(
                "src/main.mjs",
                "import { twice } from './lib/math.mjs'; const late = await import('./late.mjs');"
                    + " print(twice(late.default))",
                "src/lib/math.mjs",
                "export const twice = n => 2 * n;",
                "src/late.mjs",
                "export default 21;"));

    assertThat(ran.finish()).isEqualTo(new Finish.Exited(0));
    assertThat(ran.stdout()).isEqualTo("42\n");
  }

  @Test
  void a_script_that_is_only_good_as_a_module_is_one() {
    Ran ran =
        run(
            "main.js",
            Map.of(
                "main.js",
                "import { n } from './n.js';\nprint(n);",
                "n.js",
                "export const n = 3;"));

    assertThat(ran.stdout()).isEqualTo("3\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"fs", "node:child_process", "/etc/passwd", "../../etc/passwd", "./absent"})
  void nothing_else_can_be_required(String name) {
    assertThat(run("require('" + name + "')").finish())
        .isInstanceOfSatisfying(
            Finish.Threw.class,
            threw -> assertThat(threw.error()).contains("Cannot find module '" + name + "'"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fs",
        "/etc/passwd",
        "file:///etc/passwd",
        "../../etc/passwd",
        "/proc/self/environ"
      })
  void nothing_else_can_be_imported(String name) {
    assertThat(run("import('" + name + "').then(found => print('found', found))").finish())
        .isInstanceOf(Finish.Threw.class);
  }

  @Test
  void output_ends_exactly_at_its_limit() {
    Ran ran =
        run(
            Program.of(Languages.JAVASCRIPT, "for (;;) print('0123456789')"),
            Invocation.PLAIN,
            new ByteSize(100));

    assertThat(ran.finish()).isEqualTo(new Finish.WroteTooMuch());
    assertThat(ran.stdout()).hasSize(100);
  }

  @Test
  void a_program_ordered_to_stop_before_it_runs_is_stopped() {
    RunningProgram program =
        RUNNER.prepare(
            Program.of(Languages.JAVASCRIPT, "for (;;);"),
            Invocation.PLAIN,
            new GuestOutput(new ByteSize(10), (_, _) -> {}));
    try (program) {
      program.stop();

      assertThat(program.run()).isEqualTo(new Finish.Stopped());
    }
  }

  private static Ran run(String code) {
    return run(Program.of(Languages.JAVASCRIPT, code), Invocation.PLAIN, ByteSize.ofKibibytes(64));
  }

  private static Ran run(String entrypoint, Map<String, String> files) {
    List<SourceFile> sources =
        files.entrySet().stream()
            .map(file -> new SourceFile(file.getKey(), Content.of(file.getValue())))
            .toList();
    return run(
        new Program("javascript", sources, entrypoint), Invocation.PLAIN, ByteSize.ofKibibytes(64));
  }

  private static Ran run(Program program, Invocation invocation, ByteSize limit) {
    StringBuilder stdout = new StringBuilder();
    StringBuilder stderr = new StringBuilder();
    StringBuilder value = new StringBuilder();
    GuestOutput output =
        new GuestOutput(
            limit,
            (stream, content) ->
                (switch (stream) {
                      case STDOUT -> stdout;
                      case STDERR -> stderr;
                      case VALUE -> value;
                    })
                    .append(content.text()));
    try (RunningProgram running = RUNNER.prepare(program, invocation, output)) {
      return new Ran(running.run(), stdout.toString(), stderr.toString(), value.toString());
    }
  }
}
