package dev.sluice.isolate;

import java.util.concurrent.CompletableFuture;

/** A spare on its way; its future is for whoever claims it, cancelled when he waits no more. */
final class SpareStart {
  private final WorkerShape shape;
  private final CompletableFuture<Sandbox> worker = new CompletableFuture<>();

  SpareStart(WorkerShape shape) {
    this.shape = shape;
  }

  WorkerShape shape() {
    return shape;
  }

  CompletableFuture<Sandbox> worker() {
    return worker;
  }
}
