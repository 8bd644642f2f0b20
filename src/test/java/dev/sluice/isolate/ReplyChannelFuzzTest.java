package dev.sluice.isolate;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.sluice.isolate.protocol.AllocationMeter;
import dev.sluice.isolate.protocol.Finish;
import dev.sluice.isolate.protocol.Frames;
import dev.sluice.isolate.protocol.Mutilation;
import dev.sluice.isolate.protocol.ProtocolException;
import dev.sluice.isolate.protocol.Report;
import dev.sluice.isolate.protocol.ReportCodec;
import dev.sluice.job.ByteSize;
import dev.sluice.job.Content;
import dev.sluice.verdict.Output;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A worker may say any bytes. Fuzzed by {@code JAZZER_FUZZ=1 ./mvnw test
 * -Dtest=ReplyChannelFuzzTest}; without the variable the known inputs run, and a bounded number of
 * random ones.
 */
class ReplyChannelFuzzTest {
  private static final long NUMBER = 7;
  private static final ByteSize LIMIT = new ByteSize(100);

  /** About a second. */
  private static final int ROUNDS = 100_000;

  /** A frame of the largest size may be announced by four bytes. */
  private static final long ALLOWANCE_BYTES = 2 * Frames.LARGEST_REPORT.bytes();

  static Stream<byte[]> whatWorkersSay() throws IOException {
    Report ready = new Report.Ready("GraalJS 25");
    Report wrote = new Report.Wrote(NUMBER, Report.Stream.STDOUT, Content.of("words"));
    Report value = new Report.Wrote(NUMBER, Report.Stream.VALUE, Content.of("[1]"));
    List<byte[]> said = new ArrayList<>();
    said.add(frames(ready, wrote, value, ended(NUMBER, new Finish.Exited(3))));
    said.add(frames(wrote, wrote, ended(NUMBER, new Finish.Threw("Error: x"))));
    said.add(frames(ready, ready));
    said.add(frames(ended(NUMBER, new Finish.Stopped()), ended(NUMBER, new Finish.Stopped())));
    said.add(frames(ended(NUMBER + 1, new Finish.WroteTooMuch())));
    said.add(frames(ended(0, new Finish.DidNotCompile("SyntaxError: y"))));
    said.add(new byte[] {127, -1, -1, -1});
    return said.stream();
  }

  @BeforeAll
  static void loadWhatIsNeeded() throws IOException {
    for (byte[] said : whatWorkersSay().toList()) {
      hear(said, new Conversation());
    }
  }

  @MethodSource("whatWorkersSay")
  @FuzzTest(maxDuration = "5m")
  void whatever_a_worker_says_is_heard_or_refused_and_ends_no_other_program(byte[] said)
      throws IOException {
    Conversation conversation = new Conversation();
    OutputCollector output = new OutputCollector(LIMIT);
    Conversation.Running running = conversation.begin(NUMBER, output);

    long allocated = AllocationMeter.during(() -> hear(said, conversation));

    assertThat(allocated).isLessThan(ALLOWANCE_BYTES + 200L * said.length);
    Heard heard = Heard.in(said);
    assertThat(kept(output)).isLessThanOrEqualTo(Math.min(LIMIT.bytes(), heard.bytes()));
    if (running.finish().isDone() && !running.finish().isCompletedExceptionally()) {
      assertThat(heard.finish()).contains(running.finish().join());
    }
  }

  @Test
  void so_it_is_with_honest_words_that_were_damaged_and_mixed() throws IOException {
    Mutilation mutilation = new Mutilation(new Random(25), whatWorkersSay().toList());
    for (int round = 0; round < ROUNDS; round++) {
      whatever_a_worker_says_is_heard_or_refused_and_ends_no_other_program(mutilation.next());
    }
  }

  private static void hear(byte[] said, Conversation conversation) throws IOException {
    try {
      conversation.hearAll(new ByteArrayInputStream(said));
    } catch (ProtocolException refused) {
      conversation.end(refused);
    }
  }

  /** A character of the value was at least a byte. */
  private static long kept(OutputCollector output) {
    Output streams = output.output(false);
    return (long) streams.stdout().content().length()
        + streams.stderr().content().length()
        + output.value().map(String::length).orElse(0);
  }

  /** What an honest and simple reader finds, up to the first frame that is none of its program. */
  private record Heard(Optional<Finish> finish, long bytes) {
    static Heard in(byte[] said) {
      ByteBuffer left = ByteBuffer.wrap(said);
      long bytes = 0;
      while (left.remaining() >= Integer.BYTES) {
        int length = left.getInt();
        if (length <= 0 || length > left.remaining()) {
          break;
        }
        byte[] frame = new byte[length];
        left.get(frame);
        Report report;
        try {
          report = ReportCodec.decode(frame);
        } catch (ProtocolException refused) {
          break;
        }
        switch (report) {
          case Report.Ready _ -> {}
          case Report.Wrote(long number, _, Content content) when number == NUMBER ->
              bytes += content.length();
          case Report.Ended(long number, Finish finish) when number == NUMBER -> {
            return new Heard(Optional.of(finish), bytes);
          }
          case Report.Wrote _, Report.Ended _ -> {
            return new Heard(Optional.empty(), bytes);
          }
        }
      }
      return new Heard(Optional.empty(), bytes);
    }
  }

  private static Report ended(long number, Finish finish) {
    return new Report.Ended(number, finish);
  }

  private static byte[] frames(Report... reports) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (Report report : reports) {
      Frames.write(bytes, ReportCodec.encode(report));
    }
    return bytes.toByteArray();
  }
}
