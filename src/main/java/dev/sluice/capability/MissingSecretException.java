package dev.sluice.capability;

/** A binding names a secret that this executor does not have. */
final class MissingSecretException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MissingSecretException(String name) {
    super("the executor has no secret named " + name);
  }
}
