package dev.sluice.capability;

import dev.sluice.job.Binding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The register of kinds: a new one is its class and its line here. */
public final class BindingKinds {
  private static final Map<String, BindingKind> BY_WORD =
      List.of(new HttpKind(), new SqlKind(), new KvKind()).stream()
          .collect(Collectors.toUnmodifiableMap(BindingKind::word, Function.identity()));

  private BindingKinds() {}

  /**
   * Refuses a binding that no executor could make ready.
   *
   * @throws IllegalArgumentException that names the field and the value
   */
  public static void requireKnown(Binding binding) {
    BindingKind kind =
        of(binding)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "its kind must be of %s: \"%s\""
                            .formatted(
                                BY_WORD.keySet().stream().sorted().toList(), binding.kind())));
    var _ = kind.connector(binding, _ -> Optional.empty());
  }

  static Optional<BindingKind> of(Binding binding) {
    return Optional.ofNullable(BY_WORD.get(binding.kind()));
  }
}
