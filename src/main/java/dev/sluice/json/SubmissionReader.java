package dev.sluice.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sluice.job.ByteSize;
import dev.sluice.job.Content;
import dev.sluice.job.Invocation;
import dev.sluice.job.JobId;
import dev.sluice.job.JobKey;
import dev.sluice.job.LimitOverrides;
import dev.sluice.job.RequestedTier;
import dev.sluice.job.Submission;
import dev.sluice.job.Tags;
import dev.sluice.job.TenantId;
import dev.sluice.job.Terms;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads submissions from JSON. Only the shape is judged here: unknown fields, wrong types,
 * identifiers. What the values may be is the validator's matter, so a job in an unknown language is
 * readable.
 */
public final class SubmissionReader {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Supplier<JobId> newIds;

  /**
   * @param newIds ids for submissions that choose none
   */
  public SubmissionReader(Supplier<JobId> newIds) {
    this.newIds = newIds;
  }

  /** Reads one JSON object in UTF-8. */
  public Reading read(byte[] json, SubmissionDefaults defaults) {
    JsonNode node;
    try {
      node = MAPPER.readTree(json);
    } catch (JsonProcessingException broken) {
      return faulty(
          MAPPER.missingNode(),
          new Mistake("", "not JSON: " + firstLine(broken.getOriginalMessage())));
    } catch (IOException impossible) {
      throw new IllegalStateException("reading from memory", impossible);
    }
    try {
      JsonFields fields = JsonFields.of(node, "");
      boolean idChosen = fields.has("id");
      Submission submission = submission(fields, defaults);
      fields.requireNoOthers();
      return new Reading.Clear(submission, idChosen);
    } catch (MistakeException mistake) {
      return faulty(node, mistake.mistake());
    }
  }

  private Submission submission(JsonFields fields, SubmissionDefaults defaults)
      throws MistakeException {
    JobKey key =
        new JobKey(
            identifier(fields, "tenant", TenantId::new).orElse(defaults.tenant()),
            identifier(fields, "id", JobId::new).orElseGet(newIds));
    return new Submission(
        key,
        ProgramReader.read(fields),
        new Invocation(
            fields.texts("args"),
            fields.text("stdin").map(Content::of).orElse(Content.EMPTY),
            fields.textByName("env"),
            fields.text("expectedStdout")),
        new Terms(
            fields.smallNumber("priority").orElse(Terms.MIDDLE_PRIORITY),
            tier(fields),
            limits(fields),
            new HashSet<>(fields.texts("capabilities")),
            expiry(fields, defaults.now())),
        new Tags(defaults.batch(), fields.textByName("labels")),
        defaults.now());
  }

  private static <T> Optional<T> identifier(
      JsonFields fields, String name, Function<String, T> maker) throws MistakeException {
    Optional<String> text = fields.text(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(maker.apply(text.get()));
    } catch (IllegalArgumentException illFormed) {
      throw new MistakeException(fields.pathOf(name), String.valueOf(illFormed.getMessage()));
    }
  }

  private static RequestedTier tier(JsonFields fields) throws MistakeException {
    String word = fields.text("tier").orElse("auto");
    for (RequestedTier tier : RequestedTier.values()) {
      if (tier.name().toLowerCase(Locale.ROOT).equals(word)) {
        return tier;
      }
    }
    throw new MistakeException("tier", "must be auto, isolate or container: \"" + word + "\"");
  }

  private static LimitOverrides limits(JsonFields fields) throws MistakeException {
    Optional<JsonFields> limits = fields.object("limits");
    if (limits.isEmpty()) {
      return LimitOverrides.NONE;
    }
    JsonFields asked = limits.get();
    LimitOverrides overrides =
        new LimitOverrides(
            asked.number("wallMillis").map(Duration::ofMillis),
            asked.number("cpuMillis").map(Duration::ofMillis),
            asked.size("memoryBytes").map(ByteSize::new),
            asked.size("outputBytes").map(ByteSize::new),
            asked.smallNumber("processes"),
            asked.size("diskBytes").map(ByteSize::new));
    asked.requireNoOthers();
    return overrides;
  }

  private static Optional<Instant> expiry(JsonFields fields, Instant now) throws MistakeException {
    Optional<Long> millis = fields.size("expiresInMillis");
    if (millis.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.ofEpochMilli(Math.addExact(now.toEpochMilli(), millis.get())));
    } catch (ArithmeticException overflow) {
      throw new MistakeException("expiresInMillis", "is out of range: " + millis.get());
    }
  }

  private static Reading.Faulty faulty(JsonNode node, Mistake mistake) {
    Map<String, String> labels = new HashMap<>();
    for (Map.Entry<String, JsonNode> label : node.path("labels").properties()) {
      if (label.getValue().isTextual()) {
        labels.put(label.getKey(), label.getValue().textValue());
      }
    }
    return new Reading.Faulty(mistake, textOf(node, "id"), textOf(node, "tenant"), labels);
  }

  private static Optional<String> textOf(JsonNode node, String name) {
    JsonNode field = node.path(name);
    return field.isTextual() ? Optional.of(field.textValue()) : Optional.empty();
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
