package dev.sluice.isolate.seccomp;

import java.util.List;

/** System calls that no worker may make, with their numbers. */
public final class DeniedCalls {
  /**
   * One of them.
   *
   * @param onX86 its number on x86-64
   * @param onArm its number on arm64
   */
  public record DeniedCall(String name, int onX86, int onArm) {
    /** Its number on this machine. */
    public int here() {
      return System.getProperty("os.arch").equals("aarch64") ? onArm : onX86;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  public static final List<DeniedCall> ALL =
      """
      ptrace 101 117
      process_vm_readv 310 270
      process_vm_writev 311 271
      mount 165 40
      umount2 166 39
      pivot_root 155 41
      chroot 161 51
      fsopen 430 430
      fsconfig 431 431
      fsmount 432 432
      fspick 433 433
      open_tree 428 428
      move_mount 429 429
      mount_setattr 442 442
      bpf 321 280
      add_key 248 217
      request_key 249 218
      keyctl 250 219
      perf_event_open 298 241
      userfaultfd 323 282
      io_uring_setup 425 425
      io_uring_enter 426 426
      io_uring_register 427 427
      unshare 272 97
      setns 308 268
      clone3 435 435
      kexec_load 246 104
      kexec_file_load 320 294
      init_module 175 105
      finit_module 313 273
      delete_module 176 106
      swapon 167 224
      swapoff 168 225
      reboot 169 142
      acct 163 89
      quotactl 179 60
      open_by_handle_at 304 265
      name_to_handle_at 303 264
      socket 41 198
      socketpair 53 199
      connect 42 203
      bind 49 200
      memfd_create 319 279
      memfd_secret 447 447
      execveat 322 281
      personality 135 92
      nfsservctl 180 42
      settimeofday 164 170
      clock_settime 227 112
      clock_adjtime 305 266
      adjtimex 159 171
      syslog 103 116
      seccomp 317 277
      setuid 105 146
      capset 126 91
      mknodat 259 33
      linkat 265 37
      symlinkat 266 36
      kill 62 129
      pidfd_open 434 434
      pidfd_getfd 438 438
      pidfd_send_signal 424 424
      wait4 61 260
      kcmp 312 272
      sched_setaffinity 203 122
      setpriority 141 140
      shmget 29 194
      msgget 68 186
      semget 64 190
      mq_open 240 180
      mlock 149 228
      fanotify_init 300 262
      inotify_init1 294 26
      landlock_create_ruleset 444 444
      process_madvise 440 440
      vhangup 153 58
      lookup_dcookie 212 18
      a_call_of_the_future 5000 5000
      """
          .lines()
          .map(line -> line.split(" ", -1))
          .map(
              words ->
                  new DeniedCall(words[0], Integer.parseInt(words[1]), Integer.parseInt(words[2])))
          .toList();

  private DeniedCalls() {}
}
