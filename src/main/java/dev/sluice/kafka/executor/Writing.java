package dev.sluice.kafka.executor;

/** An answer on its way to its topic. Asked by the thread that began it. */
interface Writing {

  /** Whether it is known what became of it, so that asking does not wait. */
  boolean isDone();

  /** Waits for the broker; false when it could not be written. */
  boolean await();

  /** One that is over. */
  static Writing known(boolean written) {
    return new Writing() {
      @Override
      public boolean isDone() {
        return true;
      }

      @Override
      public boolean await() {
        return written;
      }
    };
  }
}
