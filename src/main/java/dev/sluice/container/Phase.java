package dev.sluice.container;

/** How far a container's bootstrap has come, by its own report, made before any guest code runs. */
enum Phase {
  PREPARING(""),
  UNPACK_FAILED("unpack"),
  CHECK_FAILED("check"),
  PROGRAM_MISSING("missing"),
  RUNNING("run");

  private final String report;

  Phase(String report) {
    this.report = report;
  }

  /** The phase that the bootstrap reports by this line, or {@code PREPARING}. */
  static Phase reported(String line, String nonce) {
    for (Phase phase : values()) {
      if (line.equals(nonce + ":" + phase.report)) {
        return phase;
      }
    }
    return PREPARING;
  }
}
