package dev.sluice.kafka.gateway;

import dev.sluice.job.JobKey;
import dev.sluice.kafka.KafkaSettings;
import dev.sluice.kafka.topics.Topics;
import dev.sluice.kafka.wire.Codecs;
import dev.sluice.verdict.JobResult;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Finds the results of the {@value #KEPT} jobs that were settled last: remembers where on {@code
 * code.results} each is, and reads it from there when it is asked for. Older results are on the
 * topic still. Any thread, and no method waits; closed by who made it.
 */
public final class ResultLookup implements AutoCloseable {
  static final int KEPT = 100_000;
  private static final int WAITING = 1_000;

  private final NewestEntries<JobKey, Place> places;
  private final Follower<JobResult> follower;
  private final RecordPicker<JobResult> picker;
  private final ThreadPoolExecutor thread;

  private record Place(int partition, long offset) {}

  public ResultLookup(KafkaSettings settings) {
    this(settings, KEPT);
  }

  ResultLookup(KafkaSettings settings, int kept) {
    this.places = new NewestEntries<>(kept);
    this.picker = new RecordPicker<>(settings, Topics.RESULTS, Codecs.RESULT);
    this.thread =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("sluice-result-lookup").daemon().factory());
    this.follower =
        Follower.start(
            Topics.RESULTS,
            () -> TopicReader.open(settings, Topics.RESULTS, Codecs.RESULT, Start.EARLIEST),
            this::remember);
  }

  /**
   * The result of a job; empty when it has none yet, or one that was forgotten. Completes with a
   * {@link GatewayException} when the cluster does not answer.
   */
  public CompletionStage<Optional<JobResult>> of(JobKey key) {
    Optional<Place> place = placeOf(key);
    if (place.isEmpty()) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    CompletableFuture<Optional<JobResult>> found = new CompletableFuture<>();
    try {
      thread.execute(() -> find(place.get(), found));
    } catch (RejectedExecutionException full) {
      found.completeExceptionally(
          new GatewayException(
              thread.isShutdown() ? "the gateway is closed" : WAITING + " lookups are waiting"));
    }
    return found;
  }

  /** Why what is known may be old, or empty when it is up to date. */
  public Optional<String> unreadiness() {
    return follower.unreadiness();
  }

  private Optional<Place> placeOf(JobKey key) {
    synchronized (places) {
      return Optional.ofNullable(places.get(key));
    }
  }

  private void remember(TopicReader.Item<JobResult> item) {
    item.value()
        .ifPresent(
            result -> {
              synchronized (places) {
                places.putNewest(result.key(), new Place(item.partition(), item.offset()));
              }
            });
  }

  private void find(Place place, CompletableFuture<Optional<JobResult>> found) {
    try {
      found.complete(picker.pick(place.partition(), place.offset()));
    } catch (RuntimeException failure) {
      found.completeExceptionally(failure);
    }
  }

  @Override
  public void close() {
    follower.close();
    thread.execute(picker::close);
    thread.shutdown();
  }
}
