package dev.sluice.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version that the jar's manifest names. */
final class SluiceVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version =
        Optional.ofNullable(SluiceVersion.class.getPackage().getImplementationVersion())
            .orElse("(not built as a jar)");
    return new String[] {"sluice " + version};
  }
}
