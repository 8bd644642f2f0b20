package dev.sluice.capability;

import dev.sluice.job.JobKey;

/** Hears of every call, for the audit trail. Called from any thread; must not block for long. */
public interface CallListener {

  /**
   * A call was carried out, successfully or not.
   *
   * @param number the call's, within its attempt, from 1
   * @param detail what was done, without what was sent and received
   */
  void allowed(JobKey key, int attempt, int number, String binding, String detail);

  /**
   * A call was turned away.
   *
   * @param rule the stable name of what forbids it
   */
  void denied(JobKey key, int attempt, int number, String binding, String rule, String reason);
}
