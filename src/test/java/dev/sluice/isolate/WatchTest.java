package dev.sluice.isolate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.job.ByteSize;
import dev.sluice.job.Limit;
import dev.sluice.job.Limits;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchTest {
  private static final Limits LIMITS =
      new Limits(
          Duration.ofSeconds(2),
          Duration.ofSeconds(1),
          ByteSize.ofMebibytes(64),
          ByteSize.ofKibibytes(64),
          1,
          new ByteSize(0));
  private static final Watch WATCH = new Watch(LIMITS, ByteSize.ofMebibytes(400));

  private static Watch.Sight at(long wallMillis, long cpuMillis, long residentMebibytes) {
    ByteSize resident = ByteSize.ofMebibytes(residentMebibytes);
    return new Watch.Sight(
        Duration.ofMillis(wallMillis),
        new Reading(Duration.ofMillis(cpuMillis), resident, resident, 0, 0),
        false,
        false,
        false);
  }

  @Test
  void a_program_within_its_limits_runs_on() {
    assertThat(WATCH.judge(at(1999, 999, 400))).isEmpty();
  }

  @Test
  void each_limit_is_named_when_it_is_reached() {
    assertThat(limit(at(2000, 0, 1))).hasValue(Limit.WALL);
    assertThat(limit(at(1500, 1000, 1))).hasValue(Limit.CPU);
    assertThat(limit(at(10, 10, 401))).hasValue(Limit.MEMORY);
    assertThat(limit(new Watch.Sight(Duration.ZERO, Reading.NOTHING, true, false, false)))
        .hasValue(Limit.OUTPUT);
    assertThat(limit(new Watch.Sight(Duration.ZERO, refused(1), false, false, false)))
        .hasValue(Limit.PROCESSES);
  }

  @Test
  void a_program_that_ended_by_itself_is_held_to_its_limits_all_the_same() {
    Reading below = at(0, 999, 1).usage();
    Reading above = at(0, 1000, 1).usage();

    assertThat(WATCH.judgeUsage(Duration.ofMillis(1999), below)).isEmpty();
    assertThat(WATCH.judgeUsage(Duration.ofSeconds(2), below).orElseThrow().limit())
        .isEqualTo(Limit.WALL);
    assertThat(WATCH.judgeUsage(Duration.ofMillis(1), above).orElseThrow().limit())
        .isEqualTo(Limit.CPU);
    assertThat(WATCH.judgeUsage(Duration.ofMillis(1), refused(3)).orElseThrow().limit())
        .isEqualTo(Limit.PROCESSES);
  }

  private static Reading refused(long threads) {
    return new Reading(Duration.ZERO, new ByteSize(0), new ByteSize(0), 0, threads);
  }

  @Test
  void a_request_to_stop_comes_before_every_limit() {
    Reading much = at(0, 5000, 4000).usage();

    assertThat(WATCH.judge(new Watch.Sight(Duration.ofDays(1), much, true, true, true)))
        .hasValue(new Watch.Stop.OnRequest());
    assertThat(WATCH.judge(new Watch.Sight(Duration.ofDays(1), much, true, false, true)))
        .hasValue(new Watch.Stop.PoolCloses());
  }

  private static Optional<Limit> limit(Watch.Sight sight) {
    return WATCH
        .judge(sight)
        .map(
            stop ->
                switch (stop) {
                  case Watch.Stop.AtLimit(Limit limit, String _) -> limit;
                  case Watch.Stop.OnRequest _, Watch.Stop.PoolCloses _ ->
                      throw new AssertionError(stop);
                });
  }
}
