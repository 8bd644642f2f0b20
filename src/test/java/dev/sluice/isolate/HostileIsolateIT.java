package dev.sluice.isolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.isolate.HostilePrograms.HostileProgram;
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
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every program of {@code hostile/isolate} in a real worker, while a neighbour works in the
 * same pool. Each says in its first line how it has to end; after each, the tenant's next program
 * must run as if nothing had been.
 */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileIsolateIT {
  private static final Assignments ASSIGNMENTS =
      Assignments.in(Tier.ISOLATE, Languages.JAVASCRIPT)
          .withCpu(Duration.ofSeconds(60))
          .withMemory(ByteSize.ofMebibytes(128))
          .withOutput(ByteSize.ofKibibytes(64));

  private static final TestingSandboxListener LISTENER = new TestingSandboxListener();
  private static IsolatePool pool;
  private static QuietNeighbour neighbour;
  private static ServerSocket canary;

  @BeforeAll
  static void open() throws IOException {
    canary = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    canary.setSoTimeout(1);
    pool =
        new IsolatePool(
            "executor-1", IsolateSettings.DEFAULTS.withSlots(2), LISTENER, InstantSource.system());
    neighbour = new QuietNeighbour(pool);
  }

  @AfterAll
  static void nothingIsLeftAndNobodyKnockedAndTheNeighbourNoticedNothing() throws IOException {
    neighbour.close();
    pool.close();
    assertThat(LISTENER.destroyed()).containsExactlyInAnyOrderElementsOf(LISTENER.created());
    assertThat(neighbour.outcomes()).isNotEmpty().allMatch(QuietNeighbour::isUndisturbed);
    try (ServerSocket listening = canary) {
      assertThatThrownBy(listening::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  static List<HostileProgram> programs() throws IOException {
    return HostilePrograms.all();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void a_hostile_program_ends_as_it_has_to_and_harms_no_other(HostileProgram hostile)
      throws IOException {
    String expectation = hostile.expectation();
    Content code = Content.of(hostile.text(canary.getLocalPort()));
    Program program =
        new Program(
            hostile.language(), List.of(new SourceFile(hostile.name(), code)), hostile.name());

    AttemptOutcome outcome = run(ASSIGNMENTS.withWall(wallFor(expectation)).running(program));

    assertThat(ending(outcome.ending())).startsWith(expectation);
    assertThat(said(outcome)).doesNotContain("reached", "root:");
    AttemptOutcome next = run(ASSIGNMENTS.running(nextIn(hostile.language())));
    assertThat(ending(next.ending())).isEqualTo("EXITED 0");
    assertThat(said(next)).isEqualTo(NextProgram.OUTPUT);
  }

  @Test
  void there_are_hostile_programs() throws IOException {
    assertThat(programs()).hasSizeGreaterThan(40);
  }

  private static AttemptOutcome run(Assignment assignment) {
    return pool.run(assignment, new Cancellation());
  }

  private static Program nextIn(String language) {
    return Program.of(Languages.named(language).orElseThrow(), NextProgram.in(language));
  }

  /** Long for what has to end by something else, so that a busy machine does not decide. */
  private static Duration wallFor(String expectation) {
    return expectation.equals("WALL") ? Duration.ofSeconds(2) : Duration.ofSeconds(60);
  }

  private static String said(AttemptOutcome outcome) {
    return outcome.output().stdout().content().text() + outcome.output().stderr().content().text();
  }

  private static String ending(Ending ending) {
    return switch (ending) {
      case Ending.Exited(int code, _) -> "EXITED " + code;
      case Ending.Threw(String error) -> "THREW " + error;
      case Ending.DidNotCompile(String error) -> "DID_NOT_COMPILE " + error;
      case Ending.Exceeded(var limit, _) -> limit.name();
      case Ending.Signalled _, Ending.Stopped _, Ending.Failed _ -> ending.toString();
    };
  }
}
