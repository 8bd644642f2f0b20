package dev.sluice.isolate;

import dev.sluice.isolate.protocol.Finish;
import dev.sluice.isolate.protocol.Frames;
import dev.sluice.isolate.protocol.Order;
import dev.sluice.isolate.protocol.OrderCodec;
import dev.sluice.isolate.protocol.Report;
import dev.sluice.isolate.protocol.ReportCodec;
import dev.sluice.job.Content;
import dev.sluice.job.SourceFile;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A worker process that somebody has taken over: it understands its pool, and does what its
 * argument says before it is ready and what its program's code says afterwards.
 */
final class MisbehavingWorkerMain {
  static final String BEHAVE = "behave";

  private final FileOutputStream line = new FileOutputStream(FileDescriptor.out);

  private MisbehavingWorkerMain() {}

  /** What it does instead of getting ready. */
  enum Start {
    GETS_READY,
    SLEEPS,
    SLEEPS_DEAF_TO_SIGNALS,
    ENDS,
    SPEAKS_NONSENSE,
    IS_READY_IN_MANY_WORDS,
    REPORTS_THE_END_OF_A_PROGRAM
  }

  /** What it does with a program, having written its process id. */
  enum Deed {
    WRITES_NONSENSE,
    WRITES_A_HUGE_FRAME_LENGTH,
    WRITES_A_NEGATIVE_FRAME_LENGTH,
    WRITES_AN_EMPTY_FRAME,
    WRITES_HALF_A_FRAME_AND_ENDS,
    WRITES_HALF_A_FRAME_AND_SLEEPS,
    IS_READY_AGAIN,
    REPORTS_THE_NEXT_PROGRAM,
    REPORTS_NO_PROGRAM,
    WRITES_FOR_ANOTHER_PROGRAM,
    CLAIMS_AN_ODD_EXIT_CODE,
    CLAIMS_TO_BE_STOPPED,
    CLOSES_ITS_OUTPUT,
    IGNORES_STOP,
    ENDS_WELL_IN_THE_MIDDLE,
    ENDS_AS_IF_WITHOUT_MEMORY,
    KILLS_ITSELF,
    FLOODS_THE_OUTPUT,
    FLOODS_STANDARD_ERROR,
    SPEAKS_AFTER_THE_END,
    CLOSES_ITS_OUTPUT_AFTER_THE_END,
    ENDS_AFTER_THE_END
  }

  public static void main(String[] arguments) throws IOException {
    MisbehavingWorkerMain worker = new MisbehavingWorkerMain();
    worker.start(Start.valueOf(arguments[0]));
    worker.serve();
  }

  private void start(Start start) throws IOException {
    switch (start) {
      case GETS_READY -> send(new Report.Ready("misbehaving"));
      case SLEEPS -> sleep();
      case SLEEPS_DEAF_TO_SIGNALS -> {
        Runtime.getRuntime().addShutdownHook(new Thread(MisbehavingWorkerMain::sleep));
        sleep();
      }
      case ENDS -> Runtime.getRuntime().halt(0);
      case SPEAKS_NONSENSE -> nonsense();
      case IS_READY_IN_MANY_WORDS -> send(new Report.Ready("x".repeat(1000)));
      case REPORTS_THE_END_OF_A_PROGRAM -> send(new Report.Ended(1, new Finish.Exited(0)));
    }
  }

  private void serve() throws IOException {
    InputStream orders = new BufferedInputStream(System.in);
    Optional<byte[]> frame = Frames.read(orders, Frames.LARGEST_ORDER);
    while (frame.isPresent()) {
      if (OrderCodec.decode(frame.get()) instanceof Order.Run run) {
        String code = run.program().entryFile().map(SourceFile::content).orElseThrow().text();
        if (code.equals(BEHAVE)) {
          write(run.number(), "well behaved");
          send(new Report.Ended(run.number(), new Finish.Exited(0)));
        } else {
          write(run.number(), Long.toString(ProcessHandle.current().pid()));
          commit(Deed.valueOf(code), run.number());
        }
      }
      frame = Frames.read(orders, Frames.LARGEST_ORDER);
    }
  }

  private void commit(Deed deed, long number) throws IOException {
    Report.Ended success = new Report.Ended(number, new Finish.Exited(0));
    byte[] frame = ReportCodec.encode(success);
    switch (deed) {
      case WRITES_NONSENSE -> nonsense();
      case WRITES_A_HUGE_FRAME_LENGTH -> line.write(new byte[] {127, -1, -1, -1, 0, 0, 0, 0});
      case WRITES_A_NEGATIVE_FRAME_LENGTH -> line.write(new byte[] {-1, -1, -1, -1});
      case WRITES_AN_EMPTY_FRAME -> line.write(new byte[4]);
      case WRITES_HALF_A_FRAME_AND_ENDS -> {
        halfOf(frame);
        Runtime.getRuntime().halt(0);
      }
      case WRITES_HALF_A_FRAME_AND_SLEEPS -> {
        halfOf(frame);
        sleep();
      }
      case IS_READY_AGAIN -> send(new Report.Ready("misbehaving"));
      case REPORTS_THE_NEXT_PROGRAM -> send(new Report.Ended(number + 1, new Finish.Exited(0)));
      case REPORTS_NO_PROGRAM -> send(new Report.Ended(0, new Finish.Exited(0)));
      case WRITES_FOR_ANOTHER_PROGRAM -> write(number - 1, "not mine");
      case CLAIMS_AN_ODD_EXIT_CODE ->
          line.write(new byte[] {0, 0, 0, 6, (byte) (2 * number), 4, 0, -128, 4, 0});
      case CLAIMS_TO_BE_STOPPED -> send(new Report.Ended(number, new Finish.Stopped()));
      case CLOSES_ITS_OUTPUT -> {
        line.close();
        sleep();
      }
      case IGNORES_STOP -> sleep();
      case ENDS_WELL_IN_THE_MIDDLE -> Runtime.getRuntime().halt(0);
      case ENDS_AS_IF_WITHOUT_MEMORY -> Runtime.getRuntime().halt(3);
      case KILLS_ITSELF ->
          new ProcessBuilder("kill", "-9", Long.toString(ProcessHandle.current().pid())).start();
      case FLOODS_THE_OUTPUT -> {
        while (true) {
          write(number, "x".repeat(30_000));
        }
      }
      case FLOODS_STANDARD_ERROR -> {
        byte[] stretch = new byte[1 << 16];
        Arrays.fill(stretch, (byte) 'x');
        while (true) {
          System.err.write(stretch);
        }
      }
      case SPEAKS_AFTER_THE_END -> {
        send(success);
        send(success);
      }
      case CLOSES_ITS_OUTPUT_AFTER_THE_END -> {
        send(success);
        line.close();
        sleep();
      }
      case ENDS_AFTER_THE_END -> {
        send(success);
        Runtime.getRuntime().halt(0);
      }
    }
  }

  private void nonsense() throws IOException {
    line.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
  }

  private void halfOf(byte[] frame) throws IOException {
    line.write(new byte[] {0, 0, 0, (byte) frame.length});
    line.write(frame, 0, frame.length / 2);
  }

  private void write(long number, String text) throws IOException {
    send(new Report.Wrote(number, Report.Stream.STDOUT, Content.of(text)));
  }

  private void send(Report report) throws IOException {
    Frames.write(line, ReportCodec.encode(report));
  }

  private static void sleep() {
    while (true) {
      LockSupport.park();
    }
  }
}
