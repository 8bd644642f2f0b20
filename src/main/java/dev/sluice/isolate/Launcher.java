package dev.sluice.isolate;

import dev.sluice.job.ByteSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The command line of the small script that runs before bubblewrap and becomes it.
 *
 * @param filter the file of the filter of system calls
 * @param largestFile that a worker may write
 * @param memory writable memory of its own that its process may have; empty where a control group
 *     holds it
 * @param groups files that take the id of a process that joins a control group
 */
record Launcher(Path filter, ByteSize largestFile, Optional<ByteSize> memory, List<Path> groups) {
  /** Where bubblewrap finds the filter; one digit, as every shell understands it. */
  static final String FILTER_DESCRIPTOR = "9";

  private static final int BLOCK_BYTES = 512;
  private static final int KIBIBYTE = 1024;
  private static final String SCRIPT = script();

  List<String> before(List<String> bubblewrap) {
    List<String> line = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "launch"));
    line.add(filter.toString());
    line.add(Long.toString(largestFile.bytes() / BLOCK_BYTES));
    line.add(memory.map(size -> Long.toString(size.bytes() / KIBIBYTE)).orElse("unlimited"));
    line.add(Integer.toString(groups.size()));
    groups.forEach(group -> line.add(group.toString()));
    line.addAll(bubblewrap);
    return line;
  }

  private static String script() {
    try (InputStream resource =
        Objects.requireNonNull(Launcher.class.getResourceAsStream("launch.sh"))) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
