package dev.sluice.kafka.wire;

import dev.sluice.job.Binding;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What programs may call. */
final class Bindings {
  private Bindings() {}

  static List<dev.sluice.kafka.wire.generated.Binding> toWire(Collection<Binding> bindings) {
    return bindings.stream()
        .sorted(Comparator.comparing(Binding::name))
        .map(
            binding ->
                new dev.sluice.kafka.wire.generated.Binding(
                    binding.name(), binding.kind(), binding.terms()))
        .toList();
  }

  static Set<Binding> toDomain(List<dev.sluice.kafka.wire.generated.Binding> messages) {
    return messages.stream()
        .map(message -> new Binding(message.getName(), message.getKind(), message.getTerms()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
