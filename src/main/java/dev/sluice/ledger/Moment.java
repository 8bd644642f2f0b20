package dev.sluice.ledger;

import dev.sluice.audit.AuditEvent;
import dev.sluice.audit.AuditRecord;
import dev.sluice.audit.Stage;
import dev.sluice.job.JobKey;
import dev.sluice.tenant.Policies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One call of the ledger: what it knows, and what it has decided so far. */
record Moment(
    LedgerSettings settings,
    LedgerState state,
    Policies policies,
    Pools pools,
    Instant now,
    List<LedgerEffect> effects) {

  static Moment begin(
      LedgerSettings settings, LedgerState state, Policies policies, Pools pools, Instant now) {
    return new Moment(settings, state, policies, pools, now, new ArrayList<>());
  }

  void emit(LedgerEffect effect) {
    effects.add(effect);
  }

  void audit(JobKey key, AuditEvent event) {
    emit(new LedgerEffect.Audit(AuditRecord.of(Stage.ROUTER, key, event, now)));
  }

  Availability availability(Lane lane) {
    return pools.of(lane.tier(), lane.language());
  }

  boolean isPast(Instant instant) {
    return !now.isBefore(instant);
  }
}
