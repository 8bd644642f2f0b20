package dev.sluice.kafka.gateway;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the entries that were put last, and forgets the others. One thread. */
final class NewestEntries<K, V> extends LinkedHashMap<K, V> {
  @Serial private static final long serialVersionUID = 1L;

  private final int kept;

  NewestEntries(int kept) {
    this.kept = kept;
  }

  /** Puts an entry last, also one whose key is there. */
  void putNewest(K key, V value) {
    remove(key);
    put(key, value);
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > kept;
  }
}
