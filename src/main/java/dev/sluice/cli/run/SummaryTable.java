package dev.sluice.cli.run;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import dev.sluice.job.Tier;
import dev.sluice.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The end of a run in words and tables. */
public final class SummaryTable {
  private static final int MESSAGE_CHARACTERS = 60;
  private static final double MEDIAN = 50;
  private static final double LATE = 99;

  private SummaryTable() {}

  /**
   * Writes the summary.
   *
   * @param wall from the first submission to the last result
   */
  public static String of(Tally tally, Duration wall) {
    StringBuilder text = new StringBuilder();
    if (tally.hasExpectations()) {
      text.append(expectations(tally)).append('\n');
    }
    text.append(verdicts(tally)).append('\n');
    text.append(pace(tally, wall));
    if (tally.hasExpectations()) {
      text.append("%n%d of %d as expected".formatted(tally.asExpected(), tally.total()));
    }
    return text.append('\n').toString();
  }

  private static String verdicts(Tally tally) {
    List<Verdict> seen =
        Stream.of(Verdict.values()).filter(verdict -> tally.of(verdict) > 0).toList();
    return AsciiTable.getTable(
            AsciiTable.NO_BORDERS,
            seen,
            List.of(
                left("verdict").with(Verdict::name),
                right("isolate")
                    .with(verdict -> count(tally.of(verdict, Optional.of(Tier.ISOLATE)))),
                right("container")
                    .with(verdict -> count(tally.of(verdict, Optional.of(Tier.CONTAINER)))),
                right("never ran").with(verdict -> count(tally.of(verdict, Optional.empty()))),
                right("all").with(verdict -> count(tally.of(verdict)))))
        + "\n";
  }

  private static String expectations(Tally tally) {
    return AsciiTable.getTable(
            AsciiTable.NO_BORDERS,
            tally.listed(),
            List.of(
                left("").with(settlement -> settlement.isAsExpected() ? "ok" : "XX"),
                left("job").with(Settlement::id),
                left("expected")
                    .with(
                        settlement ->
                            settlement
                                .expectation()
                                .map(Expectation::toString)
                                .orElse("(nothing)")),
                left("actual").with(SummaryTable::actual),
                left("message").with(settlement -> firstLine(settlement.message()))))
        + "\n";
  }

  private static String actual(Settlement settlement) {
    return settlement
        .tier()
        .map(tier -> settlement.verdict() + " in " + tier.word())
        .orElse(settlement.verdict().name());
  }

  private static String pace(Tally tally, Duration wall) {
    double seconds = Math.max(1, wall.toMillis()) / 1000.0;
    String pace =
        String.format(
            Locale.ROOT,
            "%d results in %.1f s, %.1f jobs/s",
            tally.total(),
            seconds,
            tally.total() / seconds);
    return tally.hasLatencies()
        ? pace
            + ", submission to result p50 %d ms, p99 %d ms"
                .formatted(tally.latencyAt(MEDIAN).toMillis(), tally.latencyAt(LATE).toMillis())
        : pace;
  }

  private static String count(int count) {
    return count == 0 ? "" : Integer.toString(count);
  }

  private static String firstLine(String message) {
    String line = message.lines().findFirst().orElse("");
    return line.length() <= MESSAGE_CHARACTERS
        ? line
        : line.substring(0, MESSAGE_CHARACTERS - 1) + "…";
  }

  private static Column left(String header) {
    return column(header, HorizontalAlign.LEFT);
  }

  private static Column right(String header) {
    return column(header, HorizontalAlign.RIGHT);
  }

  private static Column column(String header, HorizontalAlign align) {
    return new Column().header(header).headerAlign(align).dataAlign(align).maxWidth(100);
  }
}
