package dev.sluice.kafka.wire;

import dev.sluice.kafka.wire.generated.CodeSubmission;
import org.apache.avro.SystemLimitException;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * What Avro's decoder may do on the word of a record: how much it allocates, and which classes it
 * makes. Avro reads the limits once, when its classes are loaded, from system properties: a value
 * set on the command line wins.
 */
final class AvroSafety {
  /** No message of ours is larger than its topic allows; 8 MiB is the largest. */
  private static final int LONGEST_BYTES = 8 * 1024 * 1024;

  /** Files, arguments, labels and attempts are counted in hundreds. */
  private static final int MOST_ITEMS = 100_000;

  private AvroSafety() {}

  static void set() {
    setUnlessGiven(SystemLimitException.MAX_BYTES_LENGTH_PROPERTY, LONGEST_BYTES);
    setUnlessGiven(SystemLimitException.MAX_STRING_LENGTH_PROPERTY, LONGEST_BYTES);
    setUnlessGiven(SystemLimitException.MAX_COLLECTION_LENGTH_PROPERTY, MOST_ITEMS);
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.getGlobal(),
            type -> type.getPackage().equals(CodeSubmission.class.getPackage())));
  }

  private static void setUnlessGiven(String property, int value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, Integer.toString(value));
    }
  }
}
