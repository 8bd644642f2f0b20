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

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "ptrace,101,117",
    "process_vm_readv,310,270",
    "process_vm_writev,311,271",
    "mount,165,40",
    "umount2,166,39",
    "pivot_root,155,41",
    "chroot,161,51",
    "fsopen,430,430",
    "fsmount,432,432",
    "open_tree,428,428",
    "move_mount,429,429",
    "mount_setattr,442,442",
    "bpf,321,280",
    "add_key,248,217",
    "request_key,249,218",
    "keyctl,250,219",
    "perf_event_open,298,241",
    "userfaultfd,323,282",
    "io_uring_setup,425,425",
    "io_uring_enter,426,426",
    "io_uring_register,427,427",
    "unshare,272,97",
    "setns,308,268",
    "clone3,435,435",
    "kexec_load,246,104",
    "init_module,175,105",
    "finit_module,313,273",
    "delete_module,176,106",
    "swapon,167,224",
    "reboot,169,142",
    "acct,163,89",
    "quotactl,179,60",
    "open_by_handle_at,304,265",
    "name_to_handle_at,303,264",
    "socket,41,198",
    "socketpair,53,199",
    "connect,42,203",
    "bind,49,200",
    "memfd_create,319,279",
    "execveat,322,281",
    "personality,135,92",
    "nfsservctl,180,42",
    "settimeofday,164,170",
    "clock_settime,227,112",
    "adjtimex,159,171",
    "syslog,103,116",
    "seccomp,317,277",
    "setuid,105,146",
    "capset,126,91",
    "mknodat,259,33",
    "linkat,265,37",
    "symlinkat,266,36",
    "kill,62,129",
    "pidfd_open,434,434",
    "pidfd_getfd,438,438",
    "wait4,61,260",
    "sched_setaffinity,203,122",
    "setpriority,141,140",
    "shmget,29,194",
    "msgget,68,186",
    "semget,64,190",
    "mlock,149,228",
    "fanotify_init,300,262",
    "inotify_init1,294,26",
    "landlock_create_ruleset,444,444",
    "a call of the future,5000,5000"
  })
  void a_worker_cannot_call(String name, int onX86, int onArm) throws IOException {
    assertThat(x86().call(onX86)).as("%s on x86-64", name).isEqualTo(NO_SUCH_CALL);
    assertThat(arm().call(onArm)).as("%s on arm64", name).isEqualTo(NO_SUCH_CALL);
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
