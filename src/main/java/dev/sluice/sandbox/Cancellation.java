package dev.sluice.sandbox;

import java.util.ArrayList;
import java.util.List;

/** A request to stop, made at most once, heard by whoever runs the program. Thread-safe. */
public final class Cancellation {
  private final List<Runnable> actions = new ArrayList<>();
  private boolean requested;

  /** Asks to stop. Actions run in the caller's thread; asking again does nothing. */
  public void request() {
    List<Runnable> toRun;
    synchronized (actions) {
      if (requested) {
        return;
      }
      requested = true;
      toRun = List.copyOf(actions);
      actions.clear();
    }
    toRun.forEach(Runnable::run);
  }

  public boolean isRequested() {
    synchronized (actions) {
      return requested;
    }
  }

  /** Runs the action when somebody asks to stop, at once if somebody has. */
  public void whenRequested(Runnable action) {
    synchronized (actions) {
      if (!requested) {
        actions.add(action);
        return;
      }
    }
    action.run();
  }
}
