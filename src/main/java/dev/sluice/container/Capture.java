package dev.sluice.container;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import dev.sluice.job.ByteSize;
import dev.sluice.job.Content;
import dev.sluice.verdict.Captured;
import dev.sluice.verdict.Output;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Takes in what a container writes: first the bootstrap's report, then the program's output up to
 * its limit. Filled by the engine client's thread, read by the thread that watches the container;
 * guarded by its own monitor. Calls {@code wake} when there is something to look at.
 */
final class Capture extends ResultCallback.Adapter<Frame> {
  private static final int LONGEST_REPORT = 128;

  private final String nonce;
  private final Runnable wake;
  private final ByteArrayOutputStream report = new ByteArrayOutputStream();
  private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
  private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();
  private Phase phase = Phase.PREPARING;

  /** Until somebody feeds the container, nothing is expected of it. */
  private long limit;

  private boolean stdoutTruncated;
  private boolean stderrTruncated;

  Capture(String nonce, Runnable wake) {
    this.nonce = nonce;
    this.wake = wake;
  }

  /** What may come of both streams together, and of what a failed check prints. */
  synchronized void allow(ByteSize output) {
    limit = output.bytes();
  }

  @Override
  public synchronized void onNext(Frame frame) {
    byte[] bytes = frame.getPayload();
    if (frame.getStreamType() == StreamType.STDERR) {
      stderrTruncated |= keep(stderr, bytes, 0);
    } else {
      stdoutTruncated |= keep(stdout, bytes, phase == Phase.PREPARING ? readReport(bytes) : 0);
    }
    if (exceeded()) {
      wake.run();
    }
  }

  @Override
  public void onComplete() {
    super.onComplete();
    wake.run();
  }

  @Override
  public void onError(Throwable failure) {
    super.onError(failure);
    wake.run();
  }

  synchronized Phase phase() {
    return phase;
  }

  synchronized boolean exceeded() {
    return stdoutTruncated || stderrTruncated;
  }

  /** What the program wrote so far; nothing before it ran. */
  synchronized Output output() {
    return phase == Phase.RUNNING
        ? new Output(captured(stdout, stdoutTruncated), captured(stderr, stderrTruncated))
        : Output.NONE;
  }

  /** What the bootstrap had to say instead of running the program. */
  synchronized String words() {
    return stdout.toString(StandardCharsets.UTF_8).strip();
  }

  /** Reads up to the report's end of line; returns how many of the bytes were part of it. */
  private int readReport(byte[] bytes) {
    int index = 0;
    while (index < bytes.length && report.size() < LONGEST_REPORT) {
      byte next = bytes[index++];
      if (next == '\n') {
        phase = Phase.reported(report.toString(StandardCharsets.UTF_8), nonce);
        wake.run();
        return index;
      }
      report.write(next);
    }
    return index;
  }

  /** Keeps what there is room for; says whether something was cut. */
  private boolean keep(ByteArrayOutputStream stream, byte[] bytes, int from) {
    int length = bytes.length - from;
    int room = (int) Math.min(length, Math.max(0, limit - stdout.size() - stderr.size()));
    stream.write(bytes, from, room);
    return room < length;
  }

  private static Captured captured(ByteArrayOutputStream stream, boolean truncated) {
    return new Captured(Content.of(stream.toByteArray()), truncated);
  }
}
