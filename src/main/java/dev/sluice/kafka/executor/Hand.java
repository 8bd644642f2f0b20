package dev.sluice.kafka.executor;

import dev.sluice.kafka.stage.Origin;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The records that a slot has taken and not answered for: those whose outcomes are being written,
 * the one at hand and those behind it. While a program runs, keeps the broker's lock on its record,
 * and gives the others back when it runs long. Answers go to the broker with the next poll, or when
 * a program runs long. The slot's thread only.
 */
final class Hand {
  private static final Logger LOG = LoggerFactory.getLogger(Hand.class);
  private static final Duration RENEWAL_POLL = Duration.ofMillis(250);
  private static final int RENEWAL_POLLS = 20;

  private final KafkaShareConsumer<byte @Nullable [], byte @Nullable []> consumer;
  private final Deque<ConsumerRecord<byte @Nullable [], byte @Nullable []>> behind =
      new ArrayDeque<>();
  private final Deque<Answer> answers = new ArrayDeque<>();
  private final ExecutorSettings settings;
  private final Duration patience;

  /** Empty before the first record, and when the broker has taken the record away. */
  private Optional<ConsumerRecord<byte @Nullable [], byte @Nullable []>> atHand = Optional.empty();

  private long renewAtNanos;

  /** A record that is done with as soon as that is written. */
  private record Answer(
      ConsumerRecord<byte @Nullable [], byte @Nullable []> record, Writing writing) {}

  /**
   * What was taken.
   *
   * @param patience a program that runs longer gives the records behind it back
   */
  Hand(
      KafkaShareConsumer<byte @Nullable [], byte @Nullable []> consumer,
      ConsumerRecords<byte @Nullable [], byte @Nullable []> taken,
      ExecutorSettings settings,
      Duration patience) {
    this.consumer = consumer;
    this.settings = settings;
    this.patience = patience;
    taken.forEach(behind::add);
    lockedNow();
  }

  Optional<ConsumerRecord<byte @Nullable [], byte @Nullable []>> next() {
    atHand = Optional.ofNullable(behind.poll());
    return atHand;
  }

  /** Gives the record at hand back. */
  void release() {
    atHand.ifPresent(record -> consumer.acknowledge(record, AcknowledgeType.RELEASE));
    atHand = Optional.empty();
  }

  /** The record at hand is done with when this is written; if it cannot be, others are to try. */
  void answered(Writing writing) {
    atHand.ifPresent(record -> answers.add(new Answer(record, writing)));
    atHand = Optional.empty();
    acceptWritten();
  }

  /** Waits until every answer is written, as it must be before the next poll. */
  void finish() {
    while (!answers.isEmpty()) {
      accept(answers.remove());
    }
  }

  /**
   * Waits for the program of the record at hand, whatever becomes of the record meanwhile: an
   * outcome is good without it.
   */
  <T> T await(Future<T> run) {
    long longAtNanos = System.nanoTime() + patience.toNanos();
    boolean runsLong = false;
    while (true) {
      long now = System.nanoTime();
      try {
        if (!runsLong && now - longAtNanos >= 0) {
          runsLong = true;
          finish();
          giveBack();
        }
        if (now - renewAtNanos >= 0) {
          renew();
        }
      } catch (KafkaException | IllegalStateException lost) {
        LOG.warn("stage=executor records were lost while a program runs; it goes on", lost);
        behind.clear();
        answers.clear();
        atHand = Optional.empty();
        lockedNow();
      }
      long until = runsLong ? renewAtNanos : Math.min(longAtNanos, renewAtNanos);
      try {
        return run.get(Math.max(1, until - System.nanoTime()), TimeUnit.NANOSECONDS);
      } catch (TimeoutException stillRunning) {
        LOG.trace("stage=executor a program runs long");
      } catch (ExecutionException bug) {
        throw new IllegalStateException("an attempt has an outcome, whatever happens", bug);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("a slot's thread is not interrupted", stopped);
      }
    }
  }

  private void acceptWritten() {
    while (!answers.isEmpty() && answers.element().writing().isDone()) {
      accept(answers.remove());
    }
  }

  private void accept(Answer answer) {
    consumer.acknowledge(
        answer.record(),
        answer.writing().await() ? AcknowledgeType.ACCEPT : AcknowledgeType.RELEASE);
  }

  private void giveBack() {
    behind.forEach(record -> consumer.acknowledge(record, AcknowledgeType.RELEASE));
    behind.clear();
    consumer.commitAsync();
  }

  /** A renewed record comes out of the next polls once more, and nothing else does (KIP-1222). */
  private void renew() {
    if (atHand.isEmpty()) {
      lockedNow();
      return;
    }
    finish();
    giveBack();
    Origin wanted = Origin.of(atHand.get());
    consumer.acknowledge(atHand.get(), AcknowledgeType.RENEW);
    atHand = Optional.empty();
    for (int polls = 0; polls < RENEWAL_POLLS && atHand.isEmpty(); polls++) {
      for (ConsumerRecord<byte @Nullable [], byte @Nullable []> record :
          consumer.poll(RENEWAL_POLL)) {
        if (Origin.of(record).equals(wanted)) {
          atHand = Optional.of(record);
        } else {
          consumer.acknowledge(record, AcknowledgeType.RELEASE);
        }
      }
    }
    if (atHand.isEmpty()) {
      LOG.warn("stage=executor the lock on {} was lost; its program goes on", wanted);
    }
    lockedNow();
  }

  private void lockedNow() {
    renewAtNanos = System.nanoTime() + settings.lock().dividedBy(2).toNanos();
  }
}
