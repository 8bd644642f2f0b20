package dev.sluice.isolate;

/** A worker process is gone or no longer to be listened to. */
final class WorkerEndedException extends Exception {
  private static final long serialVersionUID = 1L;

  WorkerEndedException(String message) {
    super(message);
  }

  WorkerEndedException(String message, Throwable cause) {
    super(message, cause);
  }
}
