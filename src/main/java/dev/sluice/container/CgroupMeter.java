package dev.sluice.container;

import dev.sluice.job.ByteSize;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a container's control groups. The files are opened once and read again and again; a group
 * outlives its last process by the time the runtime needs to remove it (10 ms and more), so that a
 * reader who looks every few milliseconds sees the final counts.
 */
final class CgroupMeter implements Meter {
  private final CgroupFiles files;
  private final List<FileChannel> open;
  private Reading last = Reading.NONE;

  private CgroupMeter(CgroupFiles files, List<FileChannel> open) {
    this.files = files;
    this.open = open;
  }

  /** Opens the files of the groups that a process is in. */
  static CgroupMeter of(CgroupFiles files) throws IOException {
    List<FileChannel> open = new ArrayList<>();
    try {
      for (Path path : files.paths()) {
        open.add(FileChannel.open(path, StandardOpenOption.READ));
      }
      CgroupMeter meter = new CgroupMeter(files, open);
      meter.last = meter.readFiles();
      return meter;
    } catch (IOException unreadable) {
      closeAll(open);
      throw unreadable;
    }
  }

  @Override
  public Reading read() {
    try {
      last = readFiles();
    } catch (IOException removed) {
      // The groups are gone with the container: what was read last stays true.
    }
    return last;
  }

  private Reading readFiles() throws IOException {
    List<String> texts = new ArrayList<>();
    for (FileChannel channel : open) {
      ByteBuffer buffer = ByteBuffer.allocate(4096);
      int length = channel.read(buffer, 0);
      texts.add(new String(buffer.array(), 0, Math.max(0, length), StandardCharsets.UTF_8));
    }
    return new Reading(
        Duration.ofNanos(files.cpuNanos(texts)),
        new ByteSize(files.peakBytes(texts)),
        files.memoryKills(texts),
        files.refusedProcesses(texts));
  }

  @Override
  public void close() {
    closeAll(open);
  }

  private static void closeAll(List<FileChannel> channels) {
    for (FileChannel channel : channels) {
      try {
        channel.close();
      } catch (IOException harmless) {
        // Nothing was written to it.
      }
    }
  }
}
