package dev.sluice.container;

import dev.sluice.job.Languages;
import dev.sluice.job.Limits;
import java.util.List;

/**
 * Node.js. Its heap may grow as far as the container's memory does, so that the container's limit
 * is the one that fires.
 */
final class NodeRunner implements LanguageRunner {
  private static final long BYTES_A_MEBIBYTE = 1024L * 1024L;

  /** Node's main thread aside: V8's workers, libuv's pool and the inspector's signal thread. */
  private static final int THREADS = 10;

  @Override
  public String language() {
    return Languages.JAVASCRIPT.name();
  }

  @Override
  public List<String> check(String file) {
    return List.of("node", "--check", file);
  }

  @Override
  public List<String> start(String file, Limits limits) {
    long heapMebibytes = Math.max(16, limits.memory().bytes() / BYTES_A_MEBIBYTE);
    return List.of("node", "--max-old-space-size=" + heapMebibytes, file);
  }

  @Override
  public int engineThreads() {
    return THREADS;
  }
}
