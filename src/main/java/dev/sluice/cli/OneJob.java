package dev.sluice.cli;

import dev.sluice.job.JobId;
import dev.sluice.job.JobKey;
import dev.sluice.job.TenantId;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The job that a command is about. */
final class OneJob {
  @Parameters(paramLabel = "ID", description = "The job's id.")
  private String id = "";

  @Option(
      names = "--tenant",
      paramLabel = "TENANT",
      defaultValue = "default",
      description = "The job's tenant. Default: ${DEFAULT-VALUE}.")
  private String tenant = "";

  JobKey key() {
    return new JobKey(
        SubmissionInput.identifier("--tenant", tenant, TenantId::new),
        SubmissionInput.identifier("ID", id, JobId::new));
  }
}
