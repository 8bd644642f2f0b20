package dev.sluice.kafka.executor;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.audit.AuditEntry;
import dev.sluice.audit.HashChain;
import dev.sluice.job.Assignment;
import dev.sluice.job.ByteSize;
import dev.sluice.job.CancelRequest;
import dev.sluice.job.Invocation;
import dev.sluice.job.JobKey;
import dev.sluice.job.Languages;
import dev.sluice.job.Lease;
import dev.sluice.job.Limits;
import dev.sluice.job.Program;
import dev.sluice.job.Route;
import dev.sluice.job.Tier;
import dev.sluice.job.WorkerReuse;
import dev.sluice.kafka.broker.TestingBroker;
import dev.sluice.kafka.stage.DeadLetter;
import dev.sluice.kafka.topics.Topics;
import dev.sluice.kafka.wire.Codec;
import dev.sluice.kafka.wire.Codecs;
import dev.sluice.kafka.wire.UndecodableException;
import dev.sluice.sandbox.Offer;
import dev.sluice.verdict.AttemptOutcome;
import dev.sluice.verdict.Ending;
import dev.sluice.verdict.PlatformFault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExecutorStageIT {
  @RegisterExtension static final TestingBroker broker = new TestingBroker();

  private static final Duration SHORTEST_LOCK = Duration.ofSeconds(15);

  private final AtomicReference<TestingPool> made = new AtomicReference<>();
  private String name = "";
  private @Nullable ExecutorStage stage;

  @BeforeEach
  void start(TestInfo info) {
    name = "t" + Integer.toHexString(info.getDisplayName().hashCode());
    ExecutorStage fresh = stage(name);
    stage = fresh;
    fresh.start();
  }

  @AfterEach
  void close() {
    Objects.requireNonNull(stage).close();
  }

  @Test
  void every_assignment_is_run_once_and_has_one_outcome() throws Exception {
    IntStream.range(0, 50).forEach(number -> assign(key("job-" + number), "exit"));

    List<AttemptOutcome> outcomes = outcomes(50);

    assertThat(outcomes).extracting(AttemptOutcome::key).doesNotHaveDuplicates();
    assertThat(outcomes)
        .allMatch(
            outcome -> outcome.ending() instanceof Ending.Exited(int code, var _) && code == 0);
    assertThat(outcomes).allMatch(outcome -> pool().startsOf(outcome.key()) == 1);
  }

  @Test
  void an_assignment_whose_lease_has_passed_is_never_started() throws Exception {
    Instant past = Instant.now().minusSeconds(60);
    assign(key("late"), "exit", new Lease(past, past, past.plusSeconds(600)));

    assertThat(outcomes(1).getFirst().ending())
        .isInstanceOfSatisfying(
            Ending.Failed.class,
            failed -> assertThat(failed.fault()).isEqualTo(PlatformFault.LEASE_MISSED));
    assertThat(pool().startsOf(key("late"))).isZero();
  }

  @Test
  void an_exception_of_the_pool_is_our_fault_and_the_next_job_runs() throws Exception {
    assign(key("bug"), "fail");
    assign(key("next"), "exit");

    assertThat(outcomes(2))
        .filteredOn(outcome -> outcome.key().equals(key("bug")))
        .extracting(AttemptOutcome::ending)
        .containsExactly(
            new Ending.Failed(
                PlatformFault.INTERNAL, "the pool failed: java.lang.IllegalStateException"));
  }

  @Test
  void poison_is_set_aside_byte_for_byte_and_good_records_flow_on() throws Exception {
    byte[] poison = ("poison of " + name).getBytes(StandardCharsets.UTF_8);
    broker.write(Topics.JOBS_ISOLATE, name, poison);
    assign(key("good"), "exit");

    outcomes(1);
    ConsumerRecord<byte[], byte[]> letter =
        broker
            .read(Topics.DEAD_LETTERS, 1, record -> Arrays.equals(record.value(), poison))
            .getFirst();
    assertThat(letter.key()).isEqualTo(name.getBytes(StandardCharsets.UTF_8));
    assertThat(
            new String(
                letter.headers().lastHeader(DeadLetter.STAGE).value(), StandardCharsets.UTF_8))
        .isEqualTo("executor");
  }

  @Test
  void a_running_job_is_cancelled() throws Exception {
    assign(key("endless"), "wait");
    await().atMost(30, SECONDS).until(() -> pool().startsOf(key("endless")) == 1);

    broker.write(
        Topics.CONTROL, name, Codecs.CONTROL.encode(new CancelRequest(key("endless"), "enough")));

    assertThat(outcomes(1).getFirst().ending()).isInstanceOf(Ending.Stopped.class);
  }

  @Test
  void a_job_behind_a_long_one_runs_elsewhere() throws Exception {
    assign(key("long"), "wait");
    IntStream.range(0, 20).forEach(number -> assign(key("short-" + number), "exit"));

    assertThat(outcomes(20)).noneMatch(outcome -> outcome.key().equals(key("long")));
    assertThat(pool().startsOf(key("long"))).isEqualTo(1);
  }

  @Test
  void a_job_that_runs_longer_than_the_lock_is_not_given_to_another_executor() throws Exception {
    assign(key("long"), "wait");
    await().atMost(30, SECONDS).until(() -> pool().startsOf(key("long")) == 1);
    TestingPool first = pool();

    try (ExecutorStage other = stage(name + "-other")) {
      other.start();
      TestingPool second = pool();
      assign(key("seen"), "exit");
      await()
          .during(SHORTEST_LOCK.plusSeconds(10))
          .atMost(SHORTEST_LOCK.plusSeconds(15))
          .until(() -> first.startsOf(key("long")) == 1 && second.startsOf(key("long")) == 0);
      first.letGo();
      assertThat(outcomes(2)).extracting(AttemptOutcome::key).contains(key("long"), key("seen"));
      assign(key("after"), "exit");
      outcomes(3);
      assertThat(first.startsOf(key("long")) + second.startsOf(key("long"))).isEqualTo(1);
    }
  }

  @Test
  void closing_ends_what_runs_as_our_fault_and_takes_the_capacity_back() throws Exception {
    assign(key("cut-off"), "wait");
    await().atMost(30, SECONDS).until(() -> pool().startsOf(key("cut-off")) == 1);

    close();

    assertThat(outcomes(1).getFirst().ending())
        .isInstanceOfSatisfying(
            Ending.Failed.class,
            failed -> assertThat(failed.fault()).isEqualTo(PlatformFault.EXECUTOR_LOST));
    List<ConsumerRecord<byte[], byte[]>> said = capacity(2);
    assertThat(Codecs.CAPACITY.decode(said.getFirst().value()).offer())
        .isEqualTo(new Offer.Available(2, Set.of("javascript")));
    await().atMost(30, SECONDS).until(() -> capacity(1).getLast().value() == null);
  }

  @Test
  void the_capacity_tells_for_how_long_programs_lately_kept_a_slot() throws Exception {
    assertThat(Codecs.CAPACITY.decode(capacity(1).getFirst().value()).service()).isEmpty();

    assign(key("one"), "exit");
    outcomes(1);

    await()
        .atMost(30, SECONDS)
        .until(() -> Codecs.CAPACITY.decode(capacity(1).getLast().value()).service().isPresent());
  }

  @Test
  void a_pool_that_cannot_run_anything_says_so_and_takes_nothing() throws Exception {
    pool().offers(new Offer.Unavailable("no engine"));
    await()
        .atMost(30, SECONDS)
        .until(
            () ->
                Codecs.CAPACITY.decode(capacity(1).getLast().value()).offer()
                    instanceof Offer.Unavailable);

    assign(key("waits"), "exit");
    await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(5))
        .until(() -> pool().startsOf(key("waits")) == 0);
    pool().offers(new Offer.Available(2, Set.of("javascript")));

    outcomes(1);
  }

  @Test
  void the_life_of_sandboxes_is_told_in_the_chain_of_the_executor() throws Exception {
    assign(key("one"), "exceed");
    outcomes(1);

    List<AuditEntry> entries =
        decoded(
            broker.read(
                Topics.AUDIT,
                3,
                record -> new String(record.key(), StandardCharsets.UTF_8).equals(name)),
            Codecs.AUDIT);

    assertThat(entries)
        .extracting(entry -> entry.record().type())
        .containsExactly("sandbox.created", "limit.fired", "sandbox.destroyed");
    assertThat(entries).allMatch(entry -> HashChain.covers(entry.link(), entry.record()));
    assertThat(entries).extracting(entry -> entry.link().chain()).containsOnly("executor-" + name);
    assertThat(entries).extracting(entry -> entry.link().sequence()).isSorted();
  }

  private ExecutorStage stage(String executor) {
    ExecutorSettings plain = ExecutorSettings.of(executor, Tier.ISOLATE);
    ExecutorSettings settings =
        new ExecutorSettings(
            executor,
            plain.tier(),
            "group-of-" + name,
            plain.batch(),
            SHORTEST_LOCK,
            plain.batchPatience(),
            plain.capacityInterval(),
            Duration.ofSeconds(1));
    return new ExecutorStage(
        settings,
        broker.settings().clientProperties(Map.of()),
        _ -> Optional.empty(),
        surroundings -> {
          TestingPool pool = new TestingPool(Tier.ISOLATE, surroundings.listener(), name);
          made.set(pool);
          return pool;
        });
  }

  private TestingPool pool() {
    return Objects.requireNonNull(made.get());
  }

  private JobKey key(String job) {
    return JobKey.of(name, job);
  }

  private void assign(JobKey key, String code) {
    Instant now = Instant.now();
    assign(key, code, new Lease(now, now.plusSeconds(120), now.plusSeconds(600)));
  }

  private void assign(JobKey key, String code, Lease lease) {
    Assignment assignment =
        new Assignment(
            key,
            1,
            new Route(Tier.ISOLATE, "test"),
            Program.of(Languages.JAVASCRIPT, code),
            Invocation.PLAIN,
            new Limits(
                Duration.ofSeconds(60),
                Duration.ofSeconds(60),
                ByteSize.ofMebibytes(64),
                ByteSize.ofKibibytes(64),
                1,
                new ByteSize(0)),
            Set.of(),
            WorkerReuse.TENANT,
            lease);
    broker.write(Topics.JOBS_ISOLATE, name, Codecs.ASSIGNMENT.encode(assignment));
  }

  private List<AttemptOutcome> outcomes(int expected) throws UndecodableException {
    return decoded(
        broker.read(
            Topics.OUTCOMES,
            expected,
            record -> new String(record.key(), StandardCharsets.UTF_8).equals(name)),
        Codecs.OUTCOME);
  }

  private List<ConsumerRecord<byte[], byte[]>> capacity(int expected) {
    return broker.read(
        Topics.CAPACITY,
        expected,
        record -> new String(record.key(), StandardCharsets.UTF_8).equals(name + "/isolate"));
  }

  private static <T> List<T> decoded(List<ConsumerRecord<byte[], byte[]>> records, Codec<T> codec)
      throws UndecodableException {
    List<T> values = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      values.add(codec.decode(record.value()));
    }
    return values;
  }
}
