package dev.sluice.app;

import dev.sluice.cli.SluiceCommand;
import dev.sluice.cli.Terminal;

/** The program. */
public final class Main {
  private Main() {}

  /** Runs one command; the process ends with its exit code. */
  public static void main(String[] arguments) {
    System.exit(
        SluiceCommand.of(new LocalInstallation(System.getenv()), Terminal.system())
            .execute(arguments));
  }
}
