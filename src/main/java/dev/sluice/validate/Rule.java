package dev.sluice.validate;

import java.util.List;

/** One thing to look at in a submission. No state, any thread. */
public interface Rule {

  /** Stable; findings, policies and audit events name it. */
  String name();

  /** What it sees; rules before it found nothing that rejects. */
  List<Finding> examine(Examination examination);
}
