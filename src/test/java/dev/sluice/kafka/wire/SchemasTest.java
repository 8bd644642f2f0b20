package dev.sluice.kafka.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files under {@code schemas/}: documented, self-contained, compatible with every release. */
class SchemasTest {
  private static final Path FOLDER = Path.of("schemas");
  private static final Path RELEASED = FOLDER.resolve("released");
  private static final Pattern UNIT = Pattern.compile("(Millis|Micros|Bytes)$");
  private static final Pattern PLAIN_NUMBER =
      Pattern.compile("(?i)\\bcounts?\\b|\\bversion\\b|\\bsignal|0 is success|1 \\(first\\) to 5");
  private static final SchemaValidator BOTH_WAYS =
      new SchemaValidatorBuilder().mutualReadStrategy().validateAll();

  static Stream<Path> schemas() throws IOException {
    return files(FOLDER).stream();
  }

  static Stream<Path> releases() throws IOException {
    List<Path> files = new ArrayList<>();
    for (int version = 1; version <= ReleasedSchemas.LATEST; version++) {
      files.addAll(files(RELEASED.resolve(Integer.toString(version))));
    }
    return files.stream();
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void each_reads_every_released_version_and_is_read_by_it(Path file) {
    Schema current = parse(file);
    List<Schema> released = ReleasedSchemas.of(current.getName());

    assertThatCode(() -> BOTH_WAYS.validate(current, released)).doesNotThrowAnyException();
  }

  @Test
  void a_new_field_without_a_default_would_be_seen() throws IOException {
    String current = Files.readString(FOLDER.resolve("JobControl.avsc"));
    Schema broken =
        new Schema.Parser()
            .parse(
                current.replaceFirst(
                    "\"fields\": \\[",
                    "\"fields\": [{\"name\": \"since\", \"type\": \"long\", \"doc\": \"new\"},"));

    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> BOTH_WAYS.validate(broken, ReleasedSchemas.of("JobControl"))))
        .isInstanceOf(SchemaValidationException.class);
  }

  @Test
  void every_released_folder_is_known_to_the_decoder() throws IOException {
    try (Stream<Path> versions = Files.list(RELEASED)) {
      assertThat(versions.map(version -> version.getFileName().toString()))
          .contains(Integer.toString(ReleasedSchemas.LATEST))
          .doesNotContain(Integer.toString(ReleasedSchemas.LATEST + 1));
    }
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void every_field_says_what_it_is_and_with_which_unit(Path file) {
    for (Schema.Field field : fields(parse(file))) {
      assertThat(field.doc()).as(field.name()).isNotBlank();
      if (isNumber(field.schema())) {
        assertThat(UNIT.matcher(field.name()).find() || saysItsUnit(field.doc()))
            .as("%s: a number has its unit in its name or doc", field.name())
            .isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void every_optional_field_has_a_default(Path file) {
    for (Schema.Field field : fields(parse(file))) {
      if (field.schema().isNullable()) {
        assertThat(field.hasDefaultValue()).as(field.name()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("releases")
  void the_guide_gives_the_header_of_every_released_message(Path file) throws IOException {
    Schema schema = parse(file);
    String row =
        "| `%s` | %s | `%s` |"
            .formatted(
                schema.getName(),
                file.getName(file.getNameCount() - 2),
                HexFormat.of().formatHex(Samples.headerOf(schema)));

    assertThat(Files.readAllLines(FOLDER.resolve("README.md"))).contains(row);
  }

  @Test
  void types_that_share_a_name_are_the_same_in_every_file() throws IOException {
    Map<String, Schema> known = new HashMap<>();

    for (Path file : files(FOLDER)) {
      for (Schema type : records(parse(file))) {
        Schema other = known.putIfAbsent(type.getFullName(), type);
        assertThat(type)
            .as("%s in %s", type.getFullName(), file)
            .isEqualTo(other == null ? type : other);
      }
    }
  }

  private static List<Schema> records(Schema schema) {
    return switch (schema.getType()) {
      case RECORD ->
          Stream.concat(
                  Stream.of(schema),
                  schema.getFields().stream().flatMap(field -> records(field.schema()).stream()))
              .toList();
      case ARRAY -> records(schema.getElementType());
      case MAP -> records(schema.getValueType());
      case UNION -> schema.getTypes().stream().flatMap(type -> records(type).stream()).toList();
      case ENUM, FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> List.of();
    };
  }

  private static boolean saysItsUnit(String doc) {
    return PLAIN_NUMBER.matcher(doc).find();
  }

  private static boolean isNumber(Schema schema) {
    if (schema.isUnion()) {
      return schema.getTypes().stream().anyMatch(SchemasTest::isNumber);
    }
    return schema.getType() == Schema.Type.LONG || schema.getType() == Schema.Type.INT;
  }

  private static List<Schema.Field> fields(Schema schema) {
    List<Schema.Field> fields = new ArrayList<>();
    switch (schema.getType()) {
      case RECORD ->
          schema
              .getFields()
              .forEach(
                  field -> {
                    fields.add(field);
                    fields.addAll(fields(field.schema()));
                  });
      case ARRAY -> fields.addAll(fields(schema.getElementType()));
      case UNION -> schema.getTypes().forEach(type -> fields.addAll(fields(type)));
      default -> {}
    }
    return fields;
  }

  private static Schema parse(Path file) {
    try {
      // A parser of its own: a file that leans on another one does not parse.
      return new Schema.Parser().parse(Files.readString(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".avsc")).sorted().toList();
    }
  }
}
