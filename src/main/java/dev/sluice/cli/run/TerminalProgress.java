package dev.sluice.cli.run;

import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar for a terminal. */
public final class TerminalProgress implements Progress {
  private static final int WIDTH_CHARACTERS = 79;
  private static final Duration REFRESH = Duration.ofMillis(200);

  private final ProgressBar bar;

  public TerminalProgress(PrintStream terminal) {
    this.bar =
        new ProgressBarBuilder()
            .setTaskName("results")
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis((int) REFRESH.toMillis())
            .setConsumer(new ConsoleProgressBarConsumer(terminal, WIDTH_CHARACTERS))
            .build();
  }

  @Override
  public void expect(int results) {
    bar.maxHint(results);
  }

  @Override
  public void arrived(int results) {
    bar.stepTo(results);
  }

  @Override
  public void close() {
    bar.close();
  }
}
