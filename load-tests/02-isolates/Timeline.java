import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** When each of a number of programs began and ended, and how many failed. Each program's thread writes its own place. */
final class Timeline {
  private final long[] begunNanos;
  private final long[] endedNanos;
  private final AtomicInteger failed = new AtomicInteger();

  Timeline(int programs) {
    begunNanos = new long[programs];
    endedNanos = new long[programs];
  }

  void ran(int program, long fromNanos, long toNanos, boolean succeeded) {
    begunNanos[program] = fromNanos;
    endedNanos[program] = toNanos;
    if (!succeeded) {
      failed.incrementAndGet();
    }
  }

  /**
   * One line: programs per second of the second half, when engines are warm; all of them per second; median and 99th
   * percentile of a program's time in milliseconds, of the second half; how many there were and how many failed.
   */
  String line() {
    int programs = endedNanos.length;
    long[] ends = endedNanos.clone();
    Arrays.sort(ends);
    long middle = ends[programs / 2 - 1];
    long last = ends[programs - 1];
    double all = (last - Arrays.stream(begunNanos).min().orElseThrow()) / 1e9;
    double half = (last - middle) / 1e9;
    double[] millis = new double[programs];
    int late = 0;
    for (int program = 0; program < programs; program++) {
      if (endedNanos[program] > middle) {
        millis[late++] = (endedNanos[program] - begunNanos[program]) / 1e6;
      }
    }
    double[] sorted = Arrays.copyOf(millis, late);
    Arrays.sort(sorted);
    return String.format(
        Locale.ROOT,
        "%.1f %.1f %.1f %.1f %d %d",
        late / half,
        programs / all,
        sorted[late / 2],
        sorted[late * 99 / 100],
        programs,
        failed.get());
  }
}
