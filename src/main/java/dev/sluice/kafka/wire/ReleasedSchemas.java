package dev.sluice.kafka.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** The schemas of every released version, packaged from {@code schemas/released/}. */
final class ReleasedSchemas {
  /** The newest released version. */
  static final int LATEST = 1;

  private ReleasedSchemas() {}

  /** A message's schema in every version that has it, oldest first. */
  static List<Schema> of(String message) {
    List<Schema> schemas = new ArrayList<>();
    for (int version = 1; version <= LATEST; version++) {
      String path = "/schemas/released/%d/%s.avsc".formatted(version, message);
      try (InputStream file = ReleasedSchemas.class.getResourceAsStream(path)) {
        if (file != null) {
          schemas.add(new Schema.Parser().parse(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException("reading " + path, e);
      }
    }
    return schemas;
  }
}
