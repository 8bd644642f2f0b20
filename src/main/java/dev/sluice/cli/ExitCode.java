package dev.sluice.cli;

/** How a command ended, for scripts. */
public enum ExitCode {
  SUCCESS(0),
  /** Some jobs did not succeed, or what was asked for is not there. */
  NOT_ALL_SUCCEEDED(1),
  /** The command line, the configuration or a line of input is wrong. */
  USAGE(2),
  /** Sluice, Kafka or the machine failed. */
  PLATFORM(3);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
