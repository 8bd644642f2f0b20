package dev.sluice.capability;

import dev.sluice.job.Binding;

/** A kind of thing that programs may be let to call. Any thread. */
interface BindingKind {

  /** What a policy calls it, such as {@code http}. */
  String word();

  /**
   * Makes a binding ready to be called; connects to nothing yet.
   *
   * @throws IllegalArgumentException that names the field of the terms and its value
   */
  Connector connector(Binding binding, Secrets secrets);
}
