package dev.sluice.isolate.worker;

import dev.sluice.isolate.protocol.Frames;
import dev.sluice.isolate.protocol.Order;
import dev.sluice.isolate.protocol.OrderCodec;
import dev.sluice.isolate.protocol.Report;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Optional;

/** The main class of a worker process. */
public final class IsolateWorker {
  /** The process ends with it when something below the program broke. */
  private static final int BROKEN = 70;

  private IsolateWorker() {}

  public static void main(String[] arguments) throws IOException {
    ReportLine line =
        new ReportLine(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    InputStream orders = new BufferedInputStream(System.in);
    System.setOut(new PrintStream(PrintStream.nullOutputStream()));
    System.setIn(InputStream.nullInputStream());
    Thread.setDefaultUncaughtExceptionHandler((thread, bug) -> Runtime.getRuntime().halt(BROKEN));

    LanguageRunners runners = LanguageRunners.ofKind(arguments[0]);
    runners.warmUp();
    // What the warm-up left behind: an idle worker holds little.
    System.gc();
    ProgramThread programs = new ProgramThread(runners, line);
    line.send(new Report.Ready(runners.engines()));

    Optional<byte[]> frame = Frames.read(orders, Frames.LARGEST_ORDER);
    while (frame.isPresent()) {
      switch (OrderCodec.decode(frame.get())) {
        case Order.Run run -> programs.run(run);
        case Order.Stop(long number) -> programs.stop(number);
      }
      frame = Frames.read(orders, Frames.LARGEST_ORDER);
    }
    // Nobody gives orders any more; a program that still runs must not keep the process.
    Runtime.getRuntime().halt(0);
  }
}
