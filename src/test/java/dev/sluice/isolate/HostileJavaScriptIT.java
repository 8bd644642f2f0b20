package dev.sluice.isolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.job.Assignment;
import dev.sluice.job.ByteSize;
import dev.sluice.job.Content;
import dev.sluice.job.Languages;
import dev.sluice.job.Program;
import dev.sluice.job.SourceFile;
import dev.sluice.job.Tier;
import dev.sluice.sandbox.Assignments;
import dev.sluice.sandbox.Cancellation;
import dev.sluice.sandbox.TestingSandboxListener;
import dev.sluice.verdict.AttemptOutcome;
import dev.sluice.verdict.Ending;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every program of {@code hostile/javascript} in a real worker. Each says in its first line
 * how it has to end; after each, the tenant's next program must run as if nothing had been.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileJavaScriptIT {
  private static final Path PROGRAMS = Path.of("src/test/resources/hostile/javascript");
  private static final String EXPECT = "// expect: ";

  private static final Assignments ASSIGNMENTS =
      Assignments.in(Tier.ISOLATE, Languages.JAVASCRIPT)
          .withCpu(Duration.ofSeconds(60))
          .withMemory(ByteSize.ofMebibytes(128))
          .withOutput(ByteSize.ofKibibytes(64));

  private static final TestingSandboxListener LISTENER = new TestingSandboxListener();
  private static IsolatePool pool;
  private static ServerSocket canary;

  @BeforeAll
  static void open() throws IOException {
    canary = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    canary.setSoTimeout(1);
    pool =
        new IsolatePool(
            "executor-1", IsolateSettings.DEFAULTS.withSlots(1), LISTENER, InstantSource.system());
  }

  @AfterAll
  static void nothingIsLeftAndNobodyKnocked() throws IOException {
    pool.close();
    assertThat(LISTENER.destroyed()).containsExactlyInAnyOrderElementsOf(LISTENER.created());
    try (ServerSocket listening = canary) {
      assertThatThrownBy(listening::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  static List<String> programs() throws IOException {
    try (Stream<Path> files = Files.list(PROGRAMS)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void a_hostile_program_ends_as_it_has_to_and_harms_no_other(String name) throws IOException {
    String code =
        Files.readString(PROGRAMS.resolve(name))
            .replace("{{port}}", Integer.toString(canary.getLocalPort()));
    Program program =
        new Program("javascript", List.of(new SourceFile(name, Content.of(code))), name);

    AttemptOutcome outcome = run(ASSIGNMENTS.withWall(wallFor(expectation(code))).running(program));

    assertThat(ending(outcome.ending())).isEqualTo(expectation(code));
    assertThat(outcome.output().stdout().content().text()).doesNotContain("reached", "root:");
    AttemptOutcome next =
        run(
            ASSIGNMENTS.running(
                "const list = []; list.push({ a: 1 }); console.log(list, Object.prototype.polluted);"
                    + " Promise.resolve(list.map(({ a }) => a))"));
    assertThat(next.ending()).isEqualTo(new Ending.Exited(0, Optional.of("[1]")));
    assertThat(next.output().stdout().content().text()).isEqualTo("[ { a: 1 } ] undefined\n");
  }

  @Test
  void there_are_hostile_programs() throws IOException {
    assertThat(programs()).hasSizeGreaterThan(40);
  }

  private static AttemptOutcome run(Assignment assignment) {
    return pool.run(assignment, new Cancellation());
  }

  /** Long for what has to end by something else, so that a busy machine does not decide. */
  private static Duration wallFor(String expectation) {
    return expectation.equals("WALL") ? Duration.ofSeconds(2) : Duration.ofSeconds(60);
  }

  private static String expectation(String code) {
    String first = code.lines().findFirst().orElseThrow();
    assertThat(first).startsWith(EXPECT);
    return first.substring(EXPECT.length());
  }

  private static String ending(Ending ending) {
    return switch (ending) {
      case Ending.Exited _ -> "EXITED";
      case Ending.Threw _ -> "THREW";
      case Ending.DidNotCompile _ -> "DID_NOT_COMPILE";
      case Ending.Exceeded(var limit, _) -> limit.name();
      case Ending.Signalled _, Ending.Stopped _, Ending.Failed _ -> ending.toString();
    };
  }
}
