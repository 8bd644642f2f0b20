package dev.sluice.isolate.seccomp;

import static dev.sluice.isolate.seccomp.TestingKernel.ALLOWED;
import static dev.sluice.isolate.seccomp.TestingKernel.KILLED;
import static dev.sluice.isolate.seccomp.TestingKernel.NO_SUCH_CALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The filter, run as a kernel of each architecture runs it. Needs libseccomp. */
class SeccompFilterTest {
  private static final long THREAD = 0x003d_0f00;
  private static final long NEW_PROCESS = 17;
  private static final long NEW_USER_NAMESPACE = 0x1000_0000;

  @BeforeEach
  void libseccompIsThere() {
    assumeThatCode(SeccompLibrary::load).doesNotThrowAnyException();
  }

  private static TestingKernel x86() throws IOException {
    return kernel("x86_64", TestingKernel.X86_64);
  }

  private static TestingKernel arm() throws IOException {
    return kernel("aarch64", TestingKernel.ARM_64);
  }

  private static TestingKernel kernel(String name, int architecture) throws IOException {
    boolean here = name.equals(System.getProperty("os.arch").replace("amd64", "x86_64"));
    try (SeccompFilter filter =
        SeccompFilter.compiled(WorkerCalls.ALL, here ? Optional.empty() : Optional.of(name))) {
      return TestingKernel.with(filter, architecture);
    }
  }

  static List<DeniedCalls.DeniedCall> denied() {
    return DeniedCalls.ALL;
  }

  @ParameterizedTest
  @MethodSource("denied")
  void a_worker_cannot_call(DeniedCalls.DeniedCall call) throws IOException {
    assertThat(x86().call(call.onX86())).as("on x86-64").isEqualTo(NO_SUCH_CALL);
    assertThat(arm().call(call.onArm())).as("on arm64").isEqualTo(NO_SUCH_CALL);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"fork,57", "vfork,58", "iopl,172", "ioperm,173", "modify_ldt,154", "uselib,134"})
  void a_worker_cannot_call_what_only_x86_has(String name, int number) throws IOException {
    assertThat(x86().call(number)).as(name).isEqualTo(NO_SUCH_CALL);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "read,0,63",
    "write,1,64",
    "openat,257,56",
    "mmap,9,222",
    "mprotect,10,226",
    "futex,202,98",
    "execve,59,221",
    "exit_group,231,94",
    "getrandom,318,278",
    "clock_gettime,228,113"
  })
  void a_worker_can_call(String name, int onX86, int onArm) throws IOException {
    assertThat(x86().call(onX86)).as("%s on x86-64", name).isEqualTo(ALLOWED);
    assertThat(arm().call(onArm)).as("%s on arm64", name).isEqualTo(ALLOWED);
  }

  @Test
  void a_thread_can_be_made_and_no_process_and_no_namespace() throws IOException {
    for (TestingKernel kernel : List.of(x86(), arm())) {
      int clone = kernel.architecture() == TestingKernel.X86_64 ? 56 : 220;

      assertThat(kernel.call(clone, THREAD)).isEqualTo(ALLOWED);
      assertThat(kernel.call(clone, NEW_PROCESS)).isEqualTo(NO_SUCH_CALL);
      assertThat(kernel.call(clone, THREAD | NEW_USER_NAMESPACE)).isEqualTo(NO_SUCH_CALL);
    }
  }

  @Test
  void a_limit_can_be_asked_for_and_not_set() throws IOException {
    for (TestingKernel kernel : List.of(x86(), arm())) {
      int prlimit = kernel.architecture() == TestingKernel.X86_64 ? 302 : 261;

      assertThat(kernel.call(prlimit, 0, 7, 0, 0x7fff_0000L)).isEqualTo(ALLOWED);
      assertThat(kernel.call(prlimit, 0, 7, 0x7fff_0000_0000L, 0)).isEqualTo(NO_SUCH_CALL);
    }
  }

  @Test
  void a_terminal_can_be_recognised_and_not_typed_into() throws IOException {
    assertThat(x86().call(16, 0, 0x5401)).isEqualTo(ALLOWED);
    assertThat(x86().call(16, 0, 0x5412)).isEqualTo(NO_SUCH_CALL);
    assertThat(x86().call(157, 15)).isEqualTo(ALLOWED);
    assertThat(x86().call(157, 38)).isEqualTo(NO_SUCH_CALL);
  }

  @Test
  void another_architectures_calls_end_the_process() throws IOException {
    assertThat(new TestingKernel(x86().program(), TestingKernel.I386).call(3)).isEqualTo(KILLED);
    assertThat(new TestingKernel(arm().program(), TestingKernel.X86_64).call(0)).isEqualTo(KILLED);
    // x32: the same architecture, and a bit in the number.
    assertThat(x86().call(0x4000_0000)).isEqualTo(KILLED);
  }

  @Test
  void a_call_that_the_library_does_not_know_is_left_out() throws IOException {
    List<AllowedCall> calls =
        List.of(AllowedCall.always("no_such_call"), AllowedCall.always("read"));
    try (SeccompFilter filter = SeccompFilter.compiled(calls, Optional.of("aarch64"))) {
      assertThat(TestingKernel.with(filter, TestingKernel.ARM_64).call(63)).isEqualTo(ALLOWED);
    }
  }

  @Test
  void a_closed_filter_leaves_no_file() throws IOException {
    SeccompFilter filter = SeccompFilter.forWorkers();
    assertThat(filter.file()).exists();

    filter.close();

    assertThat(Files.exists(filter.file())).isFalse();
  }
}
