package dev.sluice.kafka.wire;

import dev.sluice.kafka.wire.generated.CodeSubmission;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.util.ClassSecurityValidator;

/** Avro's model of our generated classes, and of no others, read by {@link StrictReader}s. */
final class StrictModel extends SpecificData {
  static {
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.getGlobal(),
            type -> type.getPackage().equals(CodeSubmission.class.getPackage())));
  }

  StrictModel() {
    // The fast reader goes around a reader's own methods.
    setFastReaderEnabled(false);
  }

  @Override
  public StrictReader<?> createDatumReader(Schema writer, Schema reader) {
    return new StrictReader<>(writer, reader, this);
  }
}
