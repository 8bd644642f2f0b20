package dev.sluice.isolate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerProgramTest {
  @TempDir Path home;

  @Test
  void of_our_own_classes_nothing_enters_a_sandbox_but_a_jar_with_its_share() throws Exception {
    Path ours =
        Path.of(IsolatePool.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .toRealPath();

    WorkerProgram program =
        WorkerProgram.of(
            WorkerKinds.JAVASCRIPT, GuestRuntime.INTERPRETER, new KeptFiles(home.resolve("kept")));

    assertThat(program.classPath()).doesNotContain(ours);
    assertThat(program.classPath().getFirst().getFileName()).hasToString("worker.jar");
  }
}
