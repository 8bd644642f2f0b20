package dev.sluice.capability;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.sluice.sandbox.CapabilityAnswer;

/** A binding as it can be called. It outlives jobs: what it counts, it counts for all of them. */
interface Connector {

  /**
   * What came of a call.
   *
   * @param detail what was done, for the audit trail: nothing of what was sent or received
   */
  record Reply(CapabilityAnswer answer, String detail) {
    static Reply denied(String rule, String reason) {
      return new Reply(new CapabilityAnswer.Denied(rule, reason), reason);
    }

    static Reply failed(String reason, String detail) {
      return new Reply(new CapabilityAnswer.Failed(reason), detail);
    }
  }

  Reply call(String operation, ArrayNode arguments) throws InterruptedException;
}
