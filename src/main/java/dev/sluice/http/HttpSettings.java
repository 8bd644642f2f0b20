package dev.sluice.http;

import dev.sluice.job.ByteSize;
import java.time.Duration;

/**
 * Where and how the edge listens.
 *
 * @param host an address of this machine; the default one cannot be reached from others. Callers
 *     are not authenticated: whoever reaches the port speaks for any tenant
 * @param port 0 for a free one
 * @param maxBody larger requests are refused
 * @param idle after which a silent connection is closed
 */
public record HttpSettings(String host, int port, ByteSize maxBody, Duration idle) {
  public static final HttpSettings DEFAULTS =
      new HttpSettings("127.0.0.1", 8080, ByteSize.ofMebibytes(8), Duration.ofSeconds(60));

  public HttpSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must be 0 to 65535: " + port);
    }
    if (idle.toSeconds() < 1) {
      throw new IllegalArgumentException("idle must be at least a second: " + idle);
    }
  }
}
