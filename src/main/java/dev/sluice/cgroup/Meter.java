package dev.sluice.cgroup;

/** Measures one sandbox from outside of it. Used by the one thread that watches the sandbox. */
public interface Meter extends AutoCloseable {

  /** The latest that could be read; when the sandbox is gone, the last that was. */
  Counts read();

  @Override
  void close();
}
