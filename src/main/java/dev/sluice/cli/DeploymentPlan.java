package dev.sluice.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * What is to run in this process.
 *
 * @param bootstrapServer the cluster to use; without one a broker is started in this process
 * @param data where that broker keeps its records; a temporary folder when empty
 * @param brokerPort where that broker listens; a free port when empty
 */
public record DeploymentPlan(
    Set<Role> roles,
    Optional<String> bootstrapServer,
    Optional<Path> data,
    Optional<Integer> brokerPort) {

  public DeploymentPlan {
    roles = Set.copyOf(roles);
  }
}
