package dev.sluice.kafka.gateway;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a topic to its end and then on, in a thread of its own. When the cluster fails it begins
 * again from the start a second later, so what takes the records must bear to see them twice.
 */
final class Follower<T> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
  private static final Duration TURN = Duration.ofMillis(200);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(15);

  private final String topic;
  private final Supplier<TopicReader<T>> open;
  private final Consumer<TopicReader.Item<T>> take;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;
  private volatile Optional<String> unreadiness;

  private Follower(
      String topic, Supplier<TopicReader<T>> open, Consumer<TopicReader.Item<T>> take) {
    this.topic = topic;
    this.open = open;
    this.take = take;
    this.unreadiness = Optional.of("still reading " + topic);
    this.thread = Thread.ofPlatform().name("sluice-follows-" + topic).daemon().unstarted(this::run);
  }

  static <T> Follower<T> start(
      String topic, Supplier<TopicReader<T>> open, Consumer<TopicReader.Item<T>> take) {
    Follower<T> follower = new Follower<>(topic, open, take);
    follower.thread.start();
    return follower;
  }

  /** Why what is known may be old, or empty when it is up to date. */
  Optional<String> unreadiness() {
    return unreadiness;
  }

  private void run() {
    while (stop.getCount() > 0) {
      try (TopicReader<T> reader = open.get()) {
        follow(reader);
      } catch (GatewayException failure) {
        LOG.warn("{} cannot be followed: {}", topic, failure.getMessage());
        unreadiness = Optional.of(failure.getMessage() == null ? topic : failure.getMessage());
        pause();
      }
    }
  }

  private void follow(TopicReader<T> reader) {
    boolean behind = true;
    while (stop.getCount() > 0) {
      reader.next(TURN).forEach(take);
      if (behind && reader.caughtUp()) {
        behind = false;
        unreadiness = Optional.empty();
      }
    }
  }

  private void pause() {
    try {
      if (stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("{} is no longer followed", topic);
      }
    } catch (InterruptedException interrupted) {
      stop.countDown();
    }
  }

  @Override
  public void close() {
    stop.countDown();
    try {
      if (!thread.join(CLOSE_PATIENCE)) {
        LOG.warn("{} is still being read {} after it should have ended", topic, CLOSE_PATIENCE);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
