package dev.sluice.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sluice.job.Assignment;
import dev.sluice.job.ByteSize;
import dev.sluice.job.Content;
import dev.sluice.job.Invocation;
import dev.sluice.job.Language;
import dev.sluice.job.Languages;
import dev.sluice.job.Limit;
import dev.sluice.job.Limits;
import dev.sluice.job.Program;
import dev.sluice.job.SourceFile;
import dev.sluice.job.Tier;
import dev.sluice.sandbox.Assignments;
import dev.sluice.sandbox.Cancellation;
import dev.sluice.sandbox.TestingSandboxListener;
import dev.sluice.verdict.AttemptOutcome;
import dev.sluice.verdict.Ending;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every attack on a container that we know of, each with the ending it must have. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileProgramsIT {
  private static final Limits TIGHT =
      new Limits(
          Duration.ofSeconds(4),
          Duration.ofMillis(800),
          ByteSize.ofMebibytes(96),
          ByteSize.ofKibibytes(64),
          16,
          ByteSize.ofMebibytes(8));

  private static final TestingSandboxListener listener = new TestingSandboxListener();
  private static ContainerPool pool;

  @BeforeAll
  static void openThePool() {
    pool = TestingEngine.pool(listener);
  }

  @AfterAll
  static void everySandboxIsGone() {
    if (pool != null) {
      pool.close();
    }
    assertThat(listener.destroyed()).containsExactlyInAnyOrderElementsOf(listener.created());
  }

  static Stream<Arguments> programsThatRunIntoALimit() {
    return Stream.of(
        arguments("python/endless_loop.py", Limit.WALL),
        arguments("python/cpu_burn.py", Limit.CPU),
        arguments("python/memory_bomb.py", Limit.MEMORY),
        arguments("python/memory_bomb_in_a_child.py", Limit.MEMORY),
        arguments("python/fork_bomb.py", Limit.PROCESSES),
        arguments("python/thread_bomb.py", Limit.PROCESSES),
        arguments("python/disk_fill.py", Limit.DISK),
        arguments("python/disk_fill_with_many_files.py", Limit.DISK),
        arguments("python/output_then_hang.py", Limit.WALL),
        arguments("bash/fork_bomb.sh", Limit.PROCESSES),
        arguments("bash/output_flood.sh", Limit.OUTPUT),
        arguments("bash/stop_itself.sh", Limit.WALL),
        arguments("bash/ignores_signals.sh", Limit.CPU),
        arguments("node/memory_bomb.js", Limit.MEMORY),
        arguments("node/child_processes.js", Limit.PROCESSES),
        arguments("node/busy_promises.js", Limit.CPU),
        arguments("node/output_flood.js", Limit.OUTPUT));
  }

  @ParameterizedTest
  @MethodSource("programsThatRunIntoALimit")
  void the_limit_that_fired_is_named(String program, Limit limit) {
    AttemptOutcome outcome = run(program, TIGHT);

    assertThat(outcome.ending())
        .isInstanceOfSatisfying(
            Ending.Exceeded.class, exceeded -> assertThat(exceeded.limit()).isEqualTo(limit));
  }

  static Stream<String> programsThatAreRefused() {
    return Stream.of(
        "python/write_to_root.py",
        "python/read_secrets.py",
        "python/system_calls.py",
        "python/symbolic_links.py",
        "python/long_names.py",
        "bash/set_user_id.sh",
        "node/native_escape.js");
  }

  @ParameterizedTest
  @MethodSource("programsThatAreRefused")
  void what_must_not_be_had_is_refused(String program) {
    AttemptOutcome outcome = run(program, Assignments.ROOMY);

    assertThat(outcome.output().stderr().content().text()).isEmpty();
    assertThat(outcome.ending()).isEqualTo(new Ending.Exited(0, Optional.empty()));
    assertThat(stdout(outcome)).isEqualTo("refused\n");
  }

  static Stream<Arguments> programsThatEndByThemselves() {
    return Stream.of(
        arguments("python/kill_everything.py", new Ending.Exited(4, Optional.empty())),
        arguments("python/daemon.py", new Ending.Exited(0, Optional.empty())),
        arguments("python/daemon_that_holds_the_output.py", new Ending.Exited(0, Optional.empty())),
        arguments("python/zombies.py", new Ending.Exited(0, Optional.empty())),
        arguments("python/faked_report.py", new Ending.Exited(5, Optional.empty())),
        arguments("python/faked_signal.py", new Ending.Signalled(9)),
        arguments("bash/kill_all.sh", new Ending.Exited(6, Optional.empty())));
  }

  @ParameterizedTest
  @MethodSource("programsThatEndByThemselves")
  void an_ending_is_the_programs_own_and_nothing_of_it_is_left(String program, Ending ending) {
    AttemptOutcome outcome = run(program, Assignments.ROOMY);

    assertThat(outcome.ending()).isEqualTo(ending);
    assertThat(listener.destroyed()).contains(outcome.sandbox().orElseThrow());
  }

  static Stream<String> programsThatAreNone() {
    return Stream.of(
        "python/check_is_no_place_to_run.py", "python/deeply_nested.py", "node/syntax_error.js");
  }

  @ParameterizedTest
  @MethodSource("programsThatAreNone")
  void what_is_no_program_is_not_run(String program) {
    AttemptOutcome outcome = run(program, Assignments.ROOMY);

    assertThat(outcome.ending())
        .isInstanceOfSatisfying(
            Ending.DidNotCompile.class, failed -> assertThat(failed.error()).isNotBlank());
    assertThat(stdout(outcome)).isEmpty();
  }

  @Test
  void a_stack_without_an_end_is_an_ending_of_the_code() {
    assertThat(run("bash/endless_function.sh", Assignments.ROOMY).ending())
        .isInstanceOfAny(Ending.Exceeded.class, Ending.Signalled.class, Ending.Exited.class)
        .isNotEqualTo(new Ending.Exited(0, Optional.empty()));
  }

  @Test
  void no_packet_leaves_a_container() throws IOException {
    try (ServerSocket canary = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      canary.setSoTimeout(100);
      Invocation invocation =
          new Invocation(
              List.of(Integer.toString(canary.getLocalPort())),
              Content.EMPTY,
              Map.of(),
              Optional.empty());

      AttemptOutcome outcome = run("python/network.py", Assignments.ROOMY, invocation);

      assertThat(stdout(outcome)).isEqualTo("refused\n");
      assertThat(outcome.ending()).isEqualTo(new Ending.Exited(0, Optional.empty()));
      assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(canary::accept);
    }
  }

  @Test
  void the_environment_is_the_jobs_and_nobody_elses() {
    Invocation invocation =
        new Invocation(
            List.of(), Content.EMPTY, Map.of("JOB_VARIABLE", "-i; $(id) \n"), Optional.empty());

    AttemptOutcome outcome = run("python/environment.py", Assignments.ROOMY, invocation);

    assertThat(stdout(outcome)).isEqualTo("HOME\nJOB_VARIABLE\nLANG\nPATH\n");
  }

  @Test
  void output_that_is_no_text_is_kept_byte_for_byte() {
    AttemptOutcome outcome = run("python/invalid_utf8.py", Assignments.ROOMY);

    byte[] everyByte = new byte[256];
    for (int value = 0; value < everyByte.length; value++) {
      everyByte[value] = (byte) value;
    }
    assertThat(outcome.output().stderr().content()).isEqualTo(Content.of(everyByte));
    assertThat(outcome.output().stdout().content().toBytes())
        .isEqualTo(
            new byte[] {
              (byte) 0xff,
              (byte) 0xfe,
              0,
              (byte) 0x80,
              ' ',
              (byte) 0xc3,
              '(',
              ' ',
              (byte) 0xf0,
              (byte) 0x9f,
              '\n'
            });
  }

  @Test
  void arguments_are_never_read_by_a_shell() {
    List<String> words =
        List.of("", "a b", "$(id)", "`id`", "; id", "--help", "-c", "\\", "'", "\"", "*", "ü\n");
    Invocation invocation = new Invocation(words, Content.EMPTY, Map.of(), Optional.empty());
    Assignment assignment =
        Assignments.in(Tier.CONTAINER, Languages.PYTHON)
            .withInvocation(invocation)
            .running("import sys; sys.stdout.write('|'.join(sys.argv[1:]))");

    AttemptOutcome outcome = pool.run(assignment, new Cancellation());

    assertThat(stdout(outcome)).isEqualTo(String.join("|", words));
  }

  @Test
  void a_program_may_leave_its_input_unread() {
    Assignment assignment =
        Assignments.in(Tier.CONTAINER, Languages.BASH)
            .withStdin("x".repeat(4 << 20))
            .running("echo done");

    assertThat(stdout(pool.run(assignment, new Cancellation()))).isEqualTo("done\n");
  }

  @Test
  void files_that_do_not_fit_into_the_work_folder_name_the_disk() {
    Program program =
        new Program(
            "bash",
            List.of(
                new SourceFile("main.sh", Content.of("true")),
                new SourceFile("data/big", Content.of(new byte[9 << 20]))),
            "main.sh");

    AttemptOutcome outcome =
        pool.run(
            Assignments.in(Tier.CONTAINER, Languages.BASH).withLimits(TIGHT).running(program),
            new Cancellation());

    assertThat(outcome.ending())
        .isInstanceOfSatisfying(
            Ending.Exceeded.class, exceeded -> assertThat(exceeded.limit()).isEqualTo(Limit.DISK));
  }

  private static AttemptOutcome run(String program, Limits limits) {
    return run(program, limits, Invocation.PLAIN);
  }

  private static AttemptOutcome run(String program, Limits limits, Invocation invocation) {
    Assignment assignment =
        Assignments.in(Tier.CONTAINER, language(program))
            .withLimits(limits)
            .withInvocation(invocation)
            .running(source(program));
    return pool.run(assignment, new Cancellation());
  }

  private static Language language(String program) {
    return switch (program.substring(0, program.indexOf('/'))) {
      case "python" -> Languages.PYTHON;
      case "node" -> Languages.JAVASCRIPT;
      default -> Languages.BASH;
    };
  }

  private static String source(String program) {
    try (InputStream file = HostileProgramsIT.class.getResourceAsStream("/hostile/" + program)) {
      assertThat(file).as(program).isNotNull();
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String stdout(AttemptOutcome outcome) {
    return outcome.output().stdout().content().text();
  }
}
