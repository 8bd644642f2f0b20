package dev.sluice.capability;

import java.util.Optional;

/** Where secrets are, by their names. Any thread. */
public interface Secrets {
  Optional<String> named(String name);
}
