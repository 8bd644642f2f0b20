package dev.sluice.isolate;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Which shapes of worker are worth keeping spares of: those that configuration keeps always, and
 * those that somebody without a worker of his own asked for lately. Not thread-safe; its owner
 * guards it.
 */
final class SpareDemand {
  private final IsolateSettings.Spares settings;
  private final Map<WorkerShape, Instant> lastAsked = new HashMap<>();

  SpareDemand(IsolateSettings.Spares settings) {
    this.settings = settings;
  }

  /** Somebody needs a worker of this shape and has none. */
  void ask(WorkerShape shape, Instant now) {
    lastAsked.put(shape, now);
  }

  /** How many spares of which shapes to keep, the most needed first; bounded in all. */
  SequencedMap<WorkerShape, Integer> wanted(Instant now) {
    lastAsked.values().removeIf(asked -> asked.plus(settings.remembered()).isBefore(now));
    SequencedMap<WorkerShape, Integer> wanted = new LinkedHashMap<>();
    alwaysKept().forEach(shape -> wanted.put(shape, settings.count()));
    lastAsked.entrySet().stream()
        .sorted(Map.Entry.<WorkerShape, Instant>comparingByValue(Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .filter(shape -> !wanted.containsKey(shape))
        .limit(settings.mostOnDemand())
        .toList()
        .forEach(shape -> wanted.put(shape, settings.count()));
    return wanted;
  }

  /** The shapes that are kept whether somebody asks or not. */
  List<WorkerShape> alwaysKept() {
    return settings.always().stream()
        .sorted()
        .flatMap(language -> WorkerKinds.running(language).stream())
        .distinct()
        .map(kind -> new WorkerShape(kind, MemoryClass.of(settings.memory())))
        .toList();
  }
}
