package dev.sluice.kafka.executor;

import dev.sluice.audit.Stage;
import dev.sluice.job.Assignment;
import dev.sluice.kafka.stage.DeadLetter;
import dev.sluice.kafka.wire.Codecs;
import dev.sluice.kafka.wire.UndecodableException;
import dev.sluice.verdict.AttemptOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One place to run programs, one after the other. Its own thread owns a share consumer and answers
 * for every record that it takes: the outcome is written first, then the record is accepted; the
 * next program does not wait for that. A second thread runs the program, so that the first can give
 * the rest of a batch back and renew the lock of a record whose program runs long.
 */
final class Slot implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Slot.class);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration BEFORE_RETRY = Duration.ofSeconds(1);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(10);

  private final ExecutorSettings settings;
  private final Map<String, Object> client;
  private final Attempts attempts;
  private final Outbound outbound;
  private final CountDownLatch closing;
  private final Thread thread;
  private final ExecutorService runner;
  private volatile boolean paused;

  Slot(
      int number,
      ExecutorSettings settings,
      Map<String, Object> client,
      Attempts attempts,
      Outbound outbound,
      CountDownLatch closing) {
    this.settings = settings;
    this.client = client;
    this.attempts = attempts;
    this.outbound = outbound;
    this.closing = closing;
    String name = "executor-" + settings.tier().word() + "-" + number;
    this.thread = Thread.ofPlatform().name(name).unstarted(this::serve);
    this.runner =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().name(name + "-runner").factory());
  }

  void start() {
    thread.start();
  }

  /** A paused slot takes nothing. */
  void pause(boolean asked) {
    paused = asked;
  }

  /** Waits until the record at hand is answered for; the executor is closing already. */
  @Override
  public void close() {
    try {
      if (!thread.join(CLOSE_PATIENCE)) {
        LOG.warn("stage=executor {} did not end within {}", thread.getName(), CLOSE_PATIENCE);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    runner.shutdown();
  }

  private void serve() {
    while (!isClosing()) {
      try (KafkaShareConsumer<byte @Nullable [], byte @Nullable []> consumer =
          ShareGroup.join(settings, client)) {
        while (!isClosing()) {
          if (paused) {
            consumer.commitAsync();
            rest(POLL);
          } else {
            take(new Hand(consumer, consumer.poll(POLL), settings, patience()));
          }
        }
      } catch (KafkaException | IllegalStateException failure) {
        LOG.error(
            "stage=executor {} lost its consumer and opens another", thread.getName(), failure);
        rest(BEFORE_RETRY);
      }
    }
  }

  private void take(Hand hand) {
    for (Optional<ConsumerRecord<byte @Nullable [], byte @Nullable []>> next = hand.next();
        next.isPresent();
        next = hand.next()) {
      if (isClosing()) {
        hand.release();
      } else {
        hand.answered(answer(next.get(), hand));
      }
    }
    hand.finish();
  }

  /** A slot of long programs keeps nothing behind the one that runs. */
  private Duration patience() {
    return attempts
        .service()
        .filter(mean -> mean.compareTo(settings.batchPatience()) > 0)
        .map(_ -> Duration.ZERO)
        .orElse(settings.batchPatience());
  }

  private Writing answer(ConsumerRecord<byte @Nullable [], byte @Nullable []> record, Hand hand) {
    Assignment assignment;
    try {
      byte[] value = record.value();
      if (value == null) {
        throw new UndecodableException("the record has no value");
      }
      assignment = Codecs.ASSIGNMENT.decode(value);
    } catch (UndecodableException unreadable) {
      DeadLetter letter =
          DeadLetter.of(Stage.EXECUTOR, record, String.valueOf(unreadable.getMessage()));
      boolean written = outbound.setAside(letter, letter.event(Instant.now()));
      return Writing.known(written);
    }
    Future<Optional<AttemptOutcome>> run = runner.submit(() -> attempts.run(assignment));
    return hand.await(run).map(outbound::outcome).orElse(Writing.known(true));
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private void rest(Duration time) {
    try {
      if (closing.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("stage=executor {} ends", thread.getName());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
