package dev.sluice.isolate.seccomp;

import dev.sluice.isolate.seccomp.AllowedCall.Argument;
import java.util.List;
import java.util.stream.Stream;

/**
 * The system calls of a worker: what a JVM needs that reads its jars, compiles, collects garbage
 * and talks to the pool on its standard streams. To every other call the kernel answers as if it
 * did not have it ({@code ENOSYS}), which is what makes the list robust: a C library that tries a
 * newer call first falls back to an older one. Source of the list: what {@code strace} shows of
 * workers of each kind, and beside each of these calls its older or newer forms. Flags and numbers
 * are those of the kernel's {@code include/uapi}, alike on x86-64 and arm64.
 */
final class WorkerCalls {
  /**
   * {@code CLONE_THREAD}, and every flag that makes a namespace. A thread of this process, in its
   * namespaces, is allowed; a second process is not.
   */
  private static final long CLONE_THREAD = 0x0001_0000;

  private static final long CLONE_NEW_NAMESPACES = 0x7e02_0080;

  private static final String FILES =
      """
      open openat close close_range read readv pread64 preadv write writev pwrite64
      pwritev lseek dup dup2 dup3 fcntl flock stat fstat lstat newfstatat statx statfs
      fstatfs access faccessat faccessat2 readlink readlinkat getdents64 getcwd umask
      mkdir mkdirat rename renameat renameat2 unlink unlinkat rmdir chmod fchmod fchmodat
      ftruncate fallocate fsync fdatasync fadvise64 utimensat
      """;

  private static final String WAITING =
      """
      poll ppoll select pselect6 epoll_create1 epoll_ctl epoll_wait epoll_pwait
      epoll_pwait2 eventfd2 pipe pipe2 nanosleep clock_nanosleep restart_syscall
      """;

  private static final String MEMORY =
      """
      brk mmap munmap mprotect mremap madvise mincore msync membarrier
      """;

  private static final String THREADS =
      """
      futex set_robust_list get_robust_list set_tid_address rseq sched_yield
      sched_getaffinity rt_sigaction rt_sigprocmask rt_sigreturn rt_sigsuspend
      rt_sigpending rt_sigtimedwait sigaltstack tgkill exit exit_group arch_prctl
      """;

  private static final String QUESTIONS =
      """
      clock_gettime clock_getres gettimeofday time times getrandom getpid getppid gettid
      getuid geteuid getgid getegid getrlimit getrusage getcpu sysinfo uname
      """;

  private static final List<AllowedCall> WITH_CARE =
      List.of(
          AllowedCall.where(
              "clone", new Argument(0, CLONE_THREAD | CLONE_NEW_NAMESPACES, CLONE_THREAD)),
          // Of another limit the kernel may be asked, and none may be set.
          AllowedCall.where("prlimit64", new Argument(2, ~0L, 0)),
          // PR_SET_NAME: threads have names.
          AllowedCall.where("prctl", Argument.ofInt(0, 15)),
          // FIONREAD, TCGETS: how much can be read, is it a terminal.
          AllowedCall.where("ioctl", Argument.ofInt(1, 0x541b)),
          AllowedCall.where("ioctl", Argument.ofInt(1, 0x5401)),
          // bubblewrap becomes the JVM by it, with the filter in place already.
          AllowedCall.always("execve"));

  static final List<AllowedCall> ALL =
      Stream.concat(
              Stream.of(FILES, WAITING, MEMORY, THREADS, QUESTIONS)
                  .flatMap(names -> Stream.of(names.strip().split("\\s+")))
                  .map(AllowedCall::always),
              WITH_CARE.stream())
          .toList();

  private WorkerCalls() {}
}
