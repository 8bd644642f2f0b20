package dev.sluice.isolate.protocol;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/** What this thread takes from the heap while something runs. */
public final class AllocationMeter {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private AllocationMeter() {}

  /** Something to measure. */
  public interface Work {
    void run() throws IOException;
  }

  /** The bytes. */
  public static long during(Work work) throws IOException {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    work.run();
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
