package dev.sluice.kafka.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.sluice.capability.BindingKinds;
import dev.sluice.job.Binding;
import dev.sluice.job.ByteSize;
import dev.sluice.job.Languages;
import dev.sluice.job.Limits;
import dev.sluice.job.TenantId;
import dev.sluice.job.Tier;
import dev.sluice.job.WorkerReuse;
import dev.sluice.tenant.Quotas;
import dev.sluice.tenant.TenantPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a policy's file: YAML, whose fields are those of {@link TenantPolicy} with the unit in
 * their names and all of which are required, but for the version, which the registry counts. {@code
 * default-policy.yaml} beside this class's package explains each.
 */
public final class PolicyFile {
  private static final String DEFAULT = "/dev/sluice/default-policy.yaml";
  private static final ObjectReader YAML = new YAMLMapper().reader();
  private static final Set<String> FIELDS =
      Set.of(
          "tenant",
          "quotas",
          "defaults",
          "ceilings",
          "languages",
          "tiers",
          "capabilities",
          "blockingFindings",
          "isolate",
          "maxAttempts");
  private static final Set<String> QUOTAS = Set.of("runningIsolate", "runningContainer", "held");
  private static final Set<String> LIMITS =
      Set.of("wallMillis", "cpuMillis", "memoryBytes", "outputBytes", "processes", "diskBytes");
  private static final Set<String> TIERS =
      Arrays.stream(Tier.values()).map(Tier::word).collect(Collectors.toUnmodifiableSet());

  private final String file;

  private PolicyFile(String file) {
    this.file = file;
  }

  /** The policy for tenants without one of their own that came with this program. */
  public static TenantPolicy shippedDefault() {
    try (InputStream stream = PolicyFile.class.getResourceAsStream(DEFAULT)) {
      if (stream == null) {
        throw new IllegalStateException("this build has no " + DEFAULT);
      }
      return read("default-policy.yaml", new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + DEFAULT, unreadable);
    }
  }

  /**
   * The policy in a text, at version 0: never applied.
   *
   * @param file what errors call the text
   * @throws IllegalArgumentException that names file, field and value
   */
  public static TenantPolicy read(String file, String yaml) {
    try {
      return new PolicyFile(file).policy(YAML.readTree(yaml));
    } catch (JsonProcessingException notYaml) {
      throw new IllegalArgumentException(
          file + ": is not YAML: " + notYaml.getOriginalMessage(), notYaml);
    }
  }

  private TenantPolicy policy(JsonNode root) {
    requireFields(root, "", FIELDS);
    TenantId tenant = tenant(root);
    Quotas quotas = quotas(root.path("quotas"));
    Limits defaults = limits(root, "defaults");
    Limits ceilings = limits(root, "ceilings");
    Set<String> languages = words(root, "languages", Optional.of(Languages.names()));
    Set<Tier> tiers =
        words(root, "tiers", Optional.of(TIERS)).stream()
            .map(word -> Tier.valueOf(word.toUpperCase(Locale.ROOT)))
            .collect(Collectors.toUnmodifiableSet());
    Set<Binding> capabilities = bindings(root.path("capabilities"));
    Set<String> blocking = words(root, "blockingFindings", Optional.empty());
    WorkerReuse reuse = reuse(root.path("isolate"));
    int maxAttempts = count(root, "", "maxAttempts", 1);
    try {
      return new TenantPolicy(
          tenant,
          0,
          quotas,
          defaults,
          ceilings,
          languages,
          tiers,
          capabilities,
          blocking,
          reuse,
          maxAttempts);
    } catch (IllegalArgumentException refused) {
      throw new IllegalArgumentException(file + ": " + refused.getMessage(), refused);
    }
  }

  private TenantId tenant(JsonNode root) {
    JsonNode value = root.path("tenant");
    if (!value.isTextual()) {
      throw wrong("tenant", "must be a text", value);
    }
    try {
      return new TenantId(value.asText());
    } catch (IllegalArgumentException refused) {
      throw new IllegalArgumentException(file + ": " + refused.getMessage(), refused);
    }
  }

  private Quotas quotas(JsonNode quotas) {
    requireFields(quotas, "quotas", QUOTAS);
    return new Quotas(
        count(quotas, "quotas.", "runningIsolate", 0),
        count(quotas, "quotas.", "runningContainer", 0),
        count(quotas, "quotas.", "held", 0));
  }

  private WorkerReuse reuse(JsonNode isolate) {
    requireFields(isolate, "isolate", Set.of("reuse"));
    String word = isolate.path("reuse").asText();
    return Arrays.stream(WorkerReuse.values())
        .filter(reuse -> reuse.word().equals(word))
        .findFirst()
        .orElseThrow(
            () -> wrong("isolate.reuse", "must be tenant or never", isolate.path("reuse")));
  }

  private Set<Binding> bindings(JsonNode capabilities) {
    if (!capabilities.isObject()) {
      throw wrong("capabilities", "must be a mapping", capabilities);
    }
    return capabilities.properties().stream()
        .map(capability -> binding(capability.getKey(), capability.getValue()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private Binding binding(String name, JsonNode kinds) {
    String field = "capabilities." + name;
    if (!kinds.isObject() || kinds.size() != 1) {
      throw wrong(field, "must be a mapping from its one kind to its terms", kinds);
    }
    Map.Entry<String, JsonNode> kind = kinds.properties().iterator().next();
    try {
      Binding binding = new Binding(name, kind.getKey(), kind.getValue().toString());
      BindingKinds.requireKnown(binding);
      return binding;
    } catch (IllegalArgumentException refused) {
      throw new IllegalArgumentException(
          file + ": " + field + ": " + refused.getMessage(), refused);
    }
  }

  private Limits limits(JsonNode root, String field) {
    JsonNode limits = root.path(field);
    requireFields(limits, field, LIMITS);
    String path = field + ".";
    return new Limits(
        Duration.ofMillis(whole(limits, path, "wallMillis", 1)),
        Duration.ofMillis(whole(limits, path, "cpuMillis", 1)),
        new ByteSize(whole(limits, path, "memoryBytes", 1)),
        new ByteSize(whole(limits, path, "outputBytes", 0)),
        count(limits, path, "processes", 1),
        new ByteSize(whole(limits, path, "diskBytes", 0)));
  }

  private void requireFields(JsonNode node, String path, Set<String> fields) {
    if (!node.isObject()) {
      throw wrong(path.isEmpty() ? "the file" : path, "must be a mapping", node);
    }
    String prefix = path.isEmpty() ? "" : path + ".";
    for (String field : fields.stream().sorted().toList()) {
      if (!node.has(field)) {
        throw new IllegalArgumentException(file + ": " + prefix + field + " is missing");
      }
    }
    node.fieldNames()
        .forEachRemaining(
            field -> {
              if (!fields.contains(field)) {
                throw wrong(prefix + field, "is not known", node.path(field));
              }
            });
  }

  private Set<String> words(JsonNode root, String field, Optional<Set<String>> known) {
    JsonNode list = root.path(field);
    if (!list.isArray()) {
      throw wrong(field, "must be a list", list);
    }
    Set<String> words = new LinkedHashSet<>();
    for (JsonNode word : list) {
      if (!word.isTextual()) {
        throw wrong(field, "must hold texts", word);
      }
      if (known.isPresent() && !known.get().contains(word.asText())) {
        throw wrong(field, "must be of " + known.get().stream().sorted().toList(), word);
      }
      words.add(word.asText());
    }
    return words;
  }

  private int count(JsonNode node, String path, String field, int least) {
    long value = whole(node, path, field, least);
    if (value > Integer.MAX_VALUE) {
      throw wrong(path + field, "must be at most " + Integer.MAX_VALUE, node.path(field));
    }
    return (int) value;
  }

  private long whole(JsonNode node, String path, String field, long least) {
    JsonNode value = node.path(field);
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < least) {
      throw wrong(path + field, "must be a whole number of at least " + least, value);
    }
    return value.longValue();
  }

  private IllegalArgumentException wrong(String field, String what, JsonNode value) {
    return new IllegalArgumentException(file + ": " + field + " " + what + ": " + value);
  }
}
