package dev.sluice.isolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.job.ByteSize;
import dev.sluice.job.Languages;
import dev.sluice.job.Tier;
import dev.sluice.sandbox.Assignments;
import dev.sluice.sandbox.Cancellation;
import dev.sluice.sandbox.Offer;
import dev.sluice.sandbox.TestingSandboxListener;
import dev.sluice.verdict.AttemptOutcome;
import dev.sluice.verdict.Ending;
import dev.sluice.verdict.PlatformFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds a worker in, looked at from outside. */
class ConfinementIT {
  private static final IsolateSettings SETTINGS =
      IsolateSettings.DEFAULTS.withSlots(1).withSpares(IsolateSettings.Spares.NONE);

  private static final WorkerShape SHAPE =
      new WorkerShape(WorkerKinds.JAVASCRIPT, MemoryClass.of(ByteSize.ofMebibytes(64)));

  private static SandboxFactory factory;
  private static Sandbox sandbox;
  private static Path process;

  private final TestingSandboxListener listener = new TestingSandboxListener();

  @BeforeAll
  static void makeAWorker() throws Exception {
    factory =
        new SandboxFactory(
            "executor-1", WorkerCommand.ofThisProcess(SETTINGS), new TestingSandboxListener());
    sandbox = factory.make(SHAPE, Optional.empty(), () -> false);
    process = Path.of("/proc", Long.toString(sandbox.worker().programProcess().pid()));
  }

  @AfterAll
  static void unmakeIt() {
    factory.unmake(sandbox, "the tests are over");
    factory.close();
  }

  @Test
  void a_worker_has_namespaces_of_its_own() throws Exception {
    for (String kind : List.of("net", "mnt", "pid", "ipc", "uts", "user", "cgroup")) {
      assertThat(namespace(process, kind))
          .as(kind)
          .isNotEqualTo(namespace(Path.of("/proc/self"), kind));
    }
    assertThat(Files.readString(process.resolve("net/dev"))).doesNotContain("eth");
  }

  @Test
  void a_worker_is_nobody_and_can_become_nobody_else() throws Exception {
    assertThat(Files.readAllLines(process.resolve("status")))
        .contains(
            "CapInh:\t0000000000000000",
            "CapPrm:\t0000000000000000",
            "CapEff:\t0000000000000000",
            "CapBnd:\t0000000000000000",
            "CapAmb:\t0000000000000000",
            "NoNewPrivs:\t1");
    assertThat(Files.readString(process.resolve("uid_map")).strip()).startsWith("65534 ");
    assertThat(Files.readString(process.resolve("gid_map")).strip()).startsWith("65534 ");
  }

  @Test
  void a_worker_is_under_one_filter_of_system_calls() throws Exception {
    assertThat(Files.readAllLines(process.resolve("status")))
        .contains("Seccomp:\t2", "Seccomp_filters:\t1");
  }

  @Test
  void a_worker_sees_almost_no_files_and_writes_none_but_in_tmp() throws Exception {
    assertThat(process.resolve("root/etc")).doesNotExist();
    assertThat(process.resolve("root/home")).doesNotExist();
    assertThat(process.resolve("root/bin")).doesNotExist();
    assertThat(process.resolve("root/usr/bin")).doesNotExist();
    assertThat(process.resolve("root/proc/self")).isDirectoryContaining("glob:**exe");
    assertThat(process.resolve("root/proc")).isDirectoryNotContaining("glob:**version");
    assertThat(mounts())
        .isNotEmpty()
        .noneMatch(mount -> mount.contains(" proc "))
        .filteredOn(mount -> !mount.contains(" /tmp ") && !mount.contains(" /dev/"))
        .allMatch(mount -> mount.contains(" ro,") || mount.contains(" ro "));
    assertThat(process.resolve("root/tmp")).isDirectoryNotContaining("glob:**hsperfdata*");
  }

  @Test
  void a_worker_has_no_environment_and_no_descriptor_but_its_line_and_its_files() throws Exception {
    assertThat(Files.readString(process.resolve("environ"))).doesNotContain("PATH=", "HOME=");
    try (Stream<Path> descriptors = Files.list(process.resolve("fd"))) {
      assertThat(descriptors.map(ConfinementIT::target))
          .isNotEmpty()
          .allMatch(file -> file.startsWith("pipe:") || file.startsWith("/"))
          .noneMatch(file -> file.contains("memfd") || file.startsWith("/proc/"));
    }
  }

  @Test
  void a_worker_has_limits_that_nothing_in_it_can_lift() throws Exception {
    assertThat(Files.readAllLines(process.resolve("limits")))
        .anyMatch(limit -> limit.matches("Max core file size +0 +0 .*"))
        .anyMatch(limit -> limit.matches("Max file size +16777216 +16777216 .*"))
        .anyMatch(limit -> limit.matches("Max open files +128 +128 .*"))
        .anyMatch(limit -> limit.matches("Max locked memory +0 +0 .*"));
  }

  @Test
  void a_worker_is_in_a_group_of_its_own_where_groups_are_writable() throws Exception {
    assumeThat(sandbox.stamp().confinement()).contains("cgroup v1");
    String group =
        Files.readAllLines(process.resolve("cgroup")).stream()
            .filter(line -> line.contains(":memory:"))
            .map(line -> line.split(":", 3)[2])
            .findFirst()
            .orElseThrow();

    assertThat(group).contains("/sluice-").endsWith(sandbox.stamp().sandbox());
    assertThat(Path.of("/sys/fs/cgroup/memory" + group, "memory.limit_in_bytes"))
        .hasContent(Long.toString(SETTINGS.workerMemory().ofProcess(SHAPE).bytes()));
  }

  @Test
  void what_holds_a_worker_is_in_its_stamp() {
    assertThat(sandbox.stamp().confinement())
        .matches("bubblewrap, seccomp, (cgroup v1|cgroup v2|rlimits)");
  }

  @Test
  void a_worker_dies_with_the_thread_that_started_it() throws Exception {
    WorkerCommand command = WorkerCommand.ofThisProcess(SETTINGS);
    try (Enclosure enclosure = Enclosure.of(SETTINGS, command.bubblewrap());
        Cell cell = enclosure.cell("orphan", SETTINGS.workerMemory().ofProcess(SHAPE));
        AotCaches caches = new AotCaches(command.jvm(), command.files())) {
      ProcessBuilder builder = new ProcessBuilder(cell.around(command.forShape(SHAPE, caches)));
      builder.environment().clear();
      FutureTask<Worker> started =
          new FutureTask<>(
              () -> {
                Worker worker = Worker.start(builder);
                worker.awaitReady(SETTINGS.workerLife().start(), () -> false);
                return worker;
              });

      Thread starter = Thread.ofPlatform().start(started);
      starter.join();

      Worker orphan = started.get();
      await().until(() -> !orphan.isAlive());
    }
  }

  @Test
  void without_bubblewrap_nothing_is_offered_and_nothing_runs() {
    WorkerCommand here = WorkerCommand.ofThisProcess(SETTINGS);
    WorkerCommand without =
        new WorkerCommand(
            here.jvm(),
            here.files(),
            SETTINGS,
            new Bubblewrap(Optional.empty(), here.bubblewrap().jvm()));
    try (IsolatePool pool =
        new IsolatePool("executor-1", without, listener, InstantSource.system())) {

      assertThat(pool.offer())
          .isInstanceOfSatisfying(
              Offer.Unavailable.class,
              offer ->
                  assertThat(offer.reason())
                      .contains("bubblewrap", "setup", "isolate.confinement: none"));
      assertThat(greet(pool).ending())
          .isInstanceOfSatisfying(
              Ending.Failed.class,
              failed -> assertThat(failed.fault()).isEqualTo(PlatformFault.SANDBOX_UNAVAILABLE));
    }
    assertThat(listener.created()).isEmpty();
  }

  @Test
  void an_unconfined_worker_says_so() {
    try (IsolatePool pool =
        new IsolatePool(
            "executor-1",
            SETTINGS.withConfinement(Confinement.NONE),
            listener,
            InstantSource.system())) {

      AttemptOutcome outcome = greet(pool);

      assertThat(outcome.output().stdout().content().text()).isEqualTo("hello\n");
      assertThat(outcome.sandbox().orElseThrow().confinement()).isEqualTo("unconfined");
      assertThat(outcome.sandbox().orElseThrow().engine()).startsWith("GraalJS 25.");
    }
    assertThat(listener.created()).allMatch(sandbox -> sandbox.confinement().equals("unconfined"));
  }

  private static AttemptOutcome greet(IsolatePool pool) {
    return pool.run(
        Assignments.in(Tier.ISOLATE, Languages.JAVASCRIPT).running(JavaScriptSamples.ALL.greets()),
        new Cancellation());
  }

  private static String namespace(Path process, String kind) throws IOException {
    return Files.readSymbolicLink(process.resolve("ns").resolve(kind)).toString();
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static List<String> mounts() throws IOException {
    try (Stream<String> lines = Files.lines(process.resolve("mounts"))) {
      return lines.toList();
    }
  }
}
