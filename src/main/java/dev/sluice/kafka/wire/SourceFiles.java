package dev.sluice.kafka.wire;

import dev.sluice.job.Content;
import dev.sluice.job.SourceFile;
import java.util.List;

/** A program's files. */
final class SourceFiles {
  private SourceFiles() {}

  static List<dev.sluice.kafka.wire.generated.SourceFile> toWire(List<SourceFile> files) {
    return files.stream()
        .map(
            file ->
                new dev.sluice.kafka.wire.generated.SourceFile(file.path(), file.content().view()))
        .toList();
  }

  static List<SourceFile> toDomain(List<dev.sluice.kafka.wire.generated.SourceFile> messages) {
    return messages.stream()
        .map(message -> new SourceFile(message.getPath(), Content.copyOf(message.getContent())))
        .toList();
  }
}
