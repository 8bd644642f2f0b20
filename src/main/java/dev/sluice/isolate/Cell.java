package dev.sluice.isolate;

import dev.sluice.cgroup.Cgroup;
import dev.sluice.job.ByteSize;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What one worker process is put into before bubblewrap closes round it. Whoever has it closes it,
 * by itself or through its gauge, when the process has ended.
 *
 * @param filter file of the filter of system calls; empty for a worker that is not confined
 * @param largestFile that it may write
 * @param memory that it may hold in all
 * @param group that holds it and counts; empty where limits on the process have to do
 */
record Cell(Optional<Path> filter, ByteSize largestFile, ByteSize memory, Optional<Cgroup> group)
    implements AutoCloseable {
  /** Holds nobody. */
  static final Cell OPEN =
      new Cell(Optional.empty(), new ByteSize(0), new ByteSize(0), Optional.empty());

  /** The whole command line of a worker, given that of what it becomes. */
  List<String> around(List<String> command) {
    return filter
        .map(
            file ->
                new Launcher(
                        file,
                        largestFile,
                        dataLimit(),
                        group.map(Cgroup::entrances).orElse(List.of()))
                    .before(command))
        .orElse(command);
  }

  /** What looks at the process that runs in it. */
  Gauge gauge(ProcessHandle process) {
    ProcessGauge ofProcess = new ProcessGauge(process, dataLimit());
    return group.<Gauge>map(held -> new GroupGauge(held, ofProcess)).orElse(ofProcess);
  }

  private Optional<ByteSize> dataLimit() {
    return filter.isPresent() && group.isEmpty() ? Optional.of(memory) : Optional.empty();
  }

  @Override
  public void close() {
    group.ifPresent(Cgroup::close);
  }
}
