package dev.sluice.container;

/** Measures one container from outside of it. Used by the one thread that watches the container. */
interface Meter extends AutoCloseable {

  /** The latest that could be read; when the container is gone, the last that was. */
  Reading read();

  @Override
  void close();
}
