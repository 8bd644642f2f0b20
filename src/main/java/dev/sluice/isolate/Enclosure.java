package dev.sluice.isolate;

import dev.sluice.cgroup.CgroupHome;
import dev.sluice.cgroup.CgroupLimits;
import dev.sluice.cgroup.Cgroups;
import dev.sluice.isolate.seccomp.SeccompFilter;
import dev.sluice.job.ByteSize;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this machine has to hold a pool's workers in, found when the pool opens. Any thread; closed
 * when all workers are gone.
 *
 * @param filter of system calls; empty where workers are not confined, or cannot be
 * @param groups empty where this process may not make control groups: limits on processes hold then
 * @param obstacle why no worker may be started here, if so
 */
record Enclosure(
    IsolateSettings settings,
    Optional<SeccompFilter> filter,
    Optional<CgroupHome> groups,
    Optional<String> obstacle)
    implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Enclosure.class);

  /** A worker has about twenty threads, and bubblewrap's monitor. */
  private static final int THREADS = 64;

  /** One computes, others compile and collect. */
  private static final int PROCESSORS = 2;

  static Enclosure of(IsolateSettings settings, Bubblewrap bubblewrap) {
    if (settings.confinement() == Confinement.NONE) {
      return new Enclosure(settings, Optional.empty(), Optional.empty(), Optional.empty());
    }
    if (bubblewrap.executable().isEmpty()) {
      return impossible(settings, "bubblewrap (bwrap) is not on the PATH", "bubblewrap");
    }
    try {
      SeccompFilter filter = SeccompFilter.forWorkers();
      return new Enclosure(settings, Optional.of(filter), home(), Optional.empty());
    } catch (IOException missing) {
      return impossible(
          settings, "no filter of system calls: " + missing.getMessage(), "libseccomp2");
    }
  }

  private static Enclosure impossible(IsolateSettings settings, String why, String debianPackage) {
    return new Enclosure(
        settings,
        Optional.empty(),
        Optional.empty(),
        Optional.of(
            "%s. Install it, as root on Debian by `./sluice setup` or `apt-get install %s`, or run programs unconfined by setting isolate.confinement: none"
                .formatted(why, debianPackage)));
  }

  private static Optional<CgroupHome> home() {
    return switch (Cgroups.open()) {
      case Cgroups.Writable(CgroupHome home) -> Optional.of(home);
      case Cgroups.NotWritable(String reason) -> {
        LOG.info("isolate workers are held by limits on processes: {}", reason);
        yield Optional.empty();
      }
    };
  }

  /** What enforces, for results and audit events. */
  String words() {
    return settings.confinement() == Confinement.NONE
        ? settings.confinement().word()
        : settings.confinement().word()
            + ", seccomp, "
            + groups.map(CgroupHome::version).orElse("rlimits");
  }

  /**
   * A place for one worker.
   *
   * @param memory that its process may hold in all
   */
  Cell cell(String name, ByteSize memory) throws IOException {
    if (filter.isEmpty()) {
      return Cell.OPEN;
    }
    return new Cell(
        Optional.of(filter.get().file()),
        settings.workerMemory().temporaryFiles(),
        memory,
        groups.isPresent()
            ? Optional.of(groups.get().make(name, new CgroupLimits(memory, THREADS, PROCESSORS)))
            : Optional.empty());
  }

  @Override
  public void close() {
    filter.ifPresent(SeccompFilter::close);
    groups.ifPresent(CgroupHome::close);
  }
}
