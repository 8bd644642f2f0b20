package dev.sluice.container;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;

/**
 * Input that is only known once the container has started: reading waits for it.
 *
 * <p>docker-java reads this in a thread of its own and throws there when the container ends with
 * input left, which is no error: the reader's thread is told not to report it.
 */
final class LateInput extends InputStream {
  private final CompletableFuture<InputStream> source = new CompletableFuture<>();

  void provide(InputStream input) {
    source.complete(input);
  }

  @Override
  public int read() throws IOException {
    return awaited().read();
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    return awaited().read(target, offset, length);
  }

  /** Ends the wait of a reader whose container never came to read. */
  @Override
  public void close() {
    source.complete(InputStream.nullInputStream());
  }

  private InputStream awaited() {
    Thread.currentThread().setUncaughtExceptionHandler((thread, containerEnded) -> {});
    return source.join();
  }
}
