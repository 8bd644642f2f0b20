package dev.sluice.cli;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code sluice}: the root of all commands. */
@Command(
    name = "sluice",
    mixinStandardHelpOptions = true,
    versionProvider = SluiceVersion.class,
    header = "Runs untrusted, AI-generated code as jobs on Kafka.",
    description = "",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "From a checkout, ./sluice has setup, tour and test as well: see the head of that file.",
      "'sluice COMMAND --help' says more."
    })
public final class SluiceCommand {
  private static final int HELP_WIDTH_CHARACTERS = 100;
  private static final Logger log = LoggerFactory.getLogger(SluiceCommand.class);

  private SluiceCommand() {}

  /** The command line with every command. */
  public static CommandLine of(Installation installation, Terminal terminal) {
    CommandLine line =
        new CommandLine(new SluiceCommand())
            .addSubcommand(new RunCommand(installation, terminal))
            .addSubcommand(new ServeCommand(installation, terminal))
            .addSubcommand(new SubmitCommand(installation, terminal))
            .addSubcommand(new GetCommand(installation, terminal))
            .addSubcommand(new CancelCommand(installation, terminal))
            .addSubcommand(new TopicsCommand(installation, terminal))
            .addSubcommand(new TenantsCommand(installation, terminal))
            .addSubcommand(new AuditCommand(installation, terminal))
            .addSubcommand(new HelpCommand());
    return line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
        .setUsageHelpWidth(HELP_WIDTH_CHARACTERS)
        .setExecutionExceptionHandler((failure, _, _) -> explain(failure, terminal));
  }

  /** In words; the stack is for the log, at the level where somebody looks for it. */
  private static int explain(Exception failure, Terminal terminal) {
    Throwable cause = unwrapped(failure);
    String reason = cause.getMessage();
    terminal.err().println("sluice: " + (reason == null ? cause.toString() : reason));
    if (cause instanceof UsageException) {
      return ExitCode.USAGE.code();
    }
    log.debug("the command failed", failure);
    return ExitCode.PLATFORM.code();
  }

  /** Without what reflection and futures put around it. */
  private static Throwable unwrapped(Throwable failure) {
    Throwable cause = failure.getCause();
    boolean wrapper =
        failure instanceof InvocationTargetException
            || failure instanceof CompletionException
            || failure instanceof CommandLine.ExecutionException;
    return wrapper && cause != null ? unwrapped(cause) : failure;
  }
}
