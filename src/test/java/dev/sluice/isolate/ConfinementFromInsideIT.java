package dev.sluice.isolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.sluice.isolate.seccomp.DeniedCalls;
import dev.sluice.isolate.seccomp.DeniedCalls.DeniedCall;
import dev.sluice.job.ByteSize;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What somebody can do who has taken a worker's process over. */
class ConfinementFromInsideIT {
  private static final ByteSize MEMORY = ByteSize.ofMebibytes(384);
  private static final int NO_SUCH_CALL = 38;

  private static TestingProbe probe;

  @BeforeAll
  static void open() {
    probe = TestingProbe.onThisMachine();
  }

  @AfterAll
  static void close() {
    probe.close();
  }

  private static List<String> tries(String... arguments) throws Exception {
    TestingProbe.Report report = probe.run(MEMORY, arguments);
    assertThat(report.exitCode()).as(report.errors()).isZero();
    return report.lines();
  }

  private static String[] arguments(String what, Stream<String> which) {
    return Stream.concat(Stream.of(what), which).toArray(String[]::new);
  }

  @Test
  void the_kernel_has_no_dangerous_call() throws Exception {
    List<DeniedCall> calls =
        DeniedCalls.ALL.stream().filter(call -> !call.name().equals("clone3")).toList();

    List<String> answers =
        tries(arguments("call", calls.stream().map(call -> Integer.toString(call.here()))));

    assertThat(answers)
        .containsExactlyElementsOf(
            calls.stream().map(call -> call.here() + " " + NO_SUCH_CALL).toList());
  }

  @Test
  void a_call_in_the_form_of_another_architecture_ends_the_process() throws Exception {
    assumeThat(System.getProperty("os.arch")).isEqualTo("amd64");
    int badSystemCall = 128 + 31;

    assertThat(probe.run(MEMORY, "call", "0x40000027").exitCode()).isEqualTo(badSystemCall);
    assertThat(probe.run(MEMORY, "machine-code").exitCode()).isEqualTo(badSystemCall);
  }

  @Test
  void no_second_process_can_be_started() throws Exception {
    assertThat(tries("start", TestingProbe.jvm().java().toString())).containsExactly("denied");
  }

  @Test
  void there_are_no_files_but_those_of_a_virtual_machine_and_ours() throws Exception {
    List<Path> bound =
        Stream.concat(TestingProbe.jvm().all().stream(), TestingProbe.readable().stream()).toList();
    Set<Path> expected =
        new TreeSet<>(
            List.of(
                Path.of("/tmp"),
                Path.of("/dev/null"),
                Path.of("/dev/random"),
                Path.of("/dev/urandom"),
                Path.of("/proc/self/exe")));
    expected.addAll(bound);

    List<Path> found = tries("find").stream().map(Path::of).toList();

    assertThat(found).containsAll(expected);
    assertThat(found)
        .filteredOn(path -> bound.stream().noneMatch(path::startsWith))
        .filteredOn(path -> expected.stream().noneMatch(known -> known.startsWith(path)))
        .isEmpty();
  }

  @Test
  void nothing_of_the_host_can_be_read() throws Exception {
    List<String> files =
        List.of(
            "/etc/passwd",
            "/etc/hosts",
            "/home",
            "/root/.ssh",
            "/root/.m2/settings.xml",
            "/run/docker.sock",
            "/var/run/docker.sock",
            "/proc/1/environ",
            "/proc/self/maps",
            "/proc/cpuinfo",
            "/proc/sys/kernel/core_pattern",
            "/sys/fs/cgroup",
            "/dev/mem",
            "/dev/kmsg",
            "/dev/shm",
            "/bin/sh",
            "/usr/bin/env",
            Path.of("pom.xml").toAbsolutePath().toString(),
            Path.of("src").toAbsolutePath().toString());

    assertThat(tries(arguments("read", files.stream())))
        .containsExactlyElementsOf(files.stream().map(file -> file + " denied").toList());
  }

  @Test
  void nothing_can_be_written_but_a_little_in_tmp() throws Exception {
    Path home = TestingProbe.jvm().java().resolve("../..").normalize();

    assertThat(tries("write", "/", "/dev", "/proc", home + "/lib", "/tmp"))
        .containsExactly(
            "/ denied", "/dev denied", "/proc denied", home + "/lib denied", "/tmp written");
    assertThat(tries("fill", "/tmp/large").stream().map(Integer::valueOf))
        .singleElement()
        .satisfies(mebibytes -> assertThat(mebibytes).isLessThanOrEqualTo(16));
  }

  @Test
  void the_environment_is_empty() throws Exception {
    // bubblewrap sets PWD when it goes to the folder to start in.
    assertThat(tries("environment")).isSubsetOf("PWD");
  }

  @Test
  void no_descriptor_is_open_but_the_standard_streams_and_the_machines_own_files()
      throws Exception {
    assertThat(tries("descriptors")).allMatch(line -> line.endsWith(" file"));
  }

  @Test
  void too_much_memory_ends_the_process_and_is_counted() throws Exception {
    assumeThat(probe.enclosure().groups()).isPresent();

    TestingProbe.Report report = probe.run(ByteSize.ofMebibytes(160), "memory");

    assertThat(report.exitCode()).isEqualTo(128 + 9);
    assertThat(report.usage().memoryKills()).isPositive();
    assertThat(report.lines()).isEmpty();
  }

  @Test
  void a_thread_too_many_is_refused_and_counted() throws Exception {
    assumeThat(probe.enclosure().groups()).isPresent();

    TestingProbe.Report report = probe.run(MEMORY, "threads");

    assertThat(report.lines().stream().map(Integer::valueOf))
        .singleElement()
        .satisfies(threads -> assertThat(threads).isLessThan(64));
    assertThat(report.usage().refusedThreads()).isPositive();
  }

  @Test
  void without_groups_too_much_memory_is_refused_by_a_limit_on_the_process() throws Exception {
    try (TestingProbe unheld = TestingProbe.withoutGroups()) {
      assertThat(unheld.enclosure().words()).isEqualTo("bubblewrap, seccomp, rlimits");

      TestingProbe.Report report = unheld.run(ByteSize.ofMebibytes(256), "memory");

      assertThat(report.exitCode()).isNotZero();
      assertThat(report.lines()).isEmpty();
      assertThat(report.errors()).contains("OutOfMemoryError");
    }
  }
}
