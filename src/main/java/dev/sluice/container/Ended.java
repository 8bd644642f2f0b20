package dev.sluice.container;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.WaitResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The end of a container, as the engine tells it: its exit code, or that it lost sight of it. */
final class Ended extends ResultCallback.Adapter<WaitResponse> {
  private final CompletableFuture<Optional<Integer>> exitCode = new CompletableFuture<>();
  private final Runnable wake;

  Ended(Runnable wake) {
    this.wake = wake;
  }

  @Override
  public void onNext(WaitResponse response) {
    exitCode.complete(Optional.ofNullable(response.getStatusCode()));
    wake.run();
  }

  @Override
  public void onError(Throwable failure) {
    super.onError(failure);
    exitCode.complete(Optional.empty());
    wake.run();
  }

  @Override
  public void onComplete() {
    super.onComplete();
    exitCode.complete(Optional.empty());
    wake.run();
  }

  boolean isKnown() {
    return exitCode.isDone();
  }

  /** Waits for the end, but no longer than this; the exit code if it came and was told. */
  Optional<Integer> await(Duration longest) throws InterruptedException {
    try {
      return exitCode.get(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException | TimeoutException unknown) {
      return Optional.empty();
    }
  }
}
