package dev.sluice.cgroup;

import dev.sluice.job.ByteSize;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a sandbox's control groups. The files are opened once and read again and again; a group
 * outlives its last process by the time its maker needs to remove it (10 ms and more for a
 * container's), so that a reader who looks every few milliseconds sees the final counts. One
 * thread.
 */
public final class CgroupMeter implements Meter {
  private static final int PEAK = 1;
  private static final int LONGEST_FILE = 4096;

  private final CgroupFiles files;
  private final List<FileChannel> open;
  private Counts last = Counts.NONE;

  private CgroupMeter(CgroupFiles files, List<FileChannel> open) {
    this.files = files;
    this.open = open;
  }

  /** Opens the files of the groups that somebody else made. */
  public static CgroupMeter of(CgroupFiles files) throws IOException {
    return opened(files, false);
  }

  /** Opens the files of groups that are ours, so that their peak can be reset. */
  static CgroupMeter ofOurs(CgroupFiles files) throws IOException {
    return opened(files, true);
  }

  private static CgroupMeter opened(CgroupFiles files, boolean ours) throws IOException {
    List<FileChannel> open = new ArrayList<>();
    try {
      for (Path path : files.paths()) {
        open.add(open.size() == PEAK ? openPeak(files, path, ours) : openToRead(path));
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
  public Counts read() {
    try {
      last = readFiles();
    } catch (IOException removed) {
      // The groups are gone with the sandbox: what was read last stays true.
    }
    return last;
  }

  /**
   * Makes the peak start anew from what is held now; false where the kernel cannot (version two
   * before Linux 6.12).
   */
  boolean resetPeak() {
    try {
      FileChannel peak = open.get(PEAK);
      peak.write(ByteBuffer.wrap("0".getBytes(StandardCharsets.UTF_8)), 0);
      last = new Counts(last.cpu(), new ByteSize(0), last.memoryKills(), last.refusedProcesses());
      return true;
    } catch (IOException | java.nio.channels.NonWritableChannelException notAllowed) {
      return false;
    }
  }

  private Counts readFiles() throws IOException {
    List<String> texts = new ArrayList<>();
    for (FileChannel channel : open) {
      ByteBuffer buffer = ByteBuffer.allocate(LONGEST_FILE);
      int length = channel.read(buffer, 0);
      texts.add(new String(buffer.array(), 0, Math.max(0, length), StandardCharsets.UTF_8));
    }
    return new Counts(
        Duration.ofNanos(files.cpuNanos(texts)),
        new ByteSize(Math.max(last.peakMemory().bytes(), files.peakBytes(texts))),
        files.memoryKills(texts),
        files.refusedProcesses(texts));
  }

  @Override
  public void close() {
    closeAll(open);
  }

  /** Where the kernel keeps no peak, what is held at each look has to do. */
  private static FileChannel openPeak(CgroupFiles files, Path peak, boolean ours)
      throws IOException {
    if (!Files.exists(peak)) {
      return openToRead(files.heldMemory());
    }
    return ours && Files.isWritable(peak)
        ? FileChannel.open(peak, StandardOpenOption.READ, StandardOpenOption.WRITE)
        : openToRead(peak);
  }

  private static FileChannel openToRead(Path path) throws IOException {
    return FileChannel.open(path, StandardOpenOption.READ);
  }

  private static void closeAll(List<FileChannel> channels) {
    for (FileChannel channel : channels) {
      try {
        channel.close();
      } catch (IOException harmless) {
        // Nothing is left to be written to it.
      }
    }
  }
}
