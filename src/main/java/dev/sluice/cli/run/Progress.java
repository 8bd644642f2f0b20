package dev.sluice.cli.run;

/** Hears how far a run is. One thread. */
public interface Progress extends AutoCloseable {

  /** For output that nobody watches. */
  Progress SILENT =
      new Progress() {
        @Override
        public void expect(int results) {}

        @Override
        public void arrived(int results) {}

        @Override
        public void close() {}
      };

  /** How many results there will be. */
  void expect(int results);

  /** How many results there are by now. */
  void arrived(int results);

  @Override
  void close();
}
