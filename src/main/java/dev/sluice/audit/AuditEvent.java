package dev.sluice.audit;

import dev.sluice.job.Limit;
import dev.sluice.job.Route;
import dev.sluice.job.Tier;
import dev.sluice.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that was decided or done. Each has a stable type, the details that readers query by,
 * and an occurrence: what tells it from another event of the same type on the same job.
 */
public sealed interface AuditEvent {

  /** Dotted, stable, such as {@code job.dispatched}. */
  String type();

  /** Facts by name; names and meaning are stable. */
  Map<String, String> details();

  /**
   * Tells events of one type on one job apart; the same again when the same decision is replayed.
   */
  default String occurrence() {
    return "";
  }

  /** A gateway took a submission in. */
  record Submitted(String codeSha256, String channel) implements AuditEvent {
    @Override
    public String type() {
      return "job.submitted";
    }

    @Override
    public Map<String, String> details() {
      return Map.of("codeSha256", codeSha256, "channel", channel);
    }
  }

  /** The validator let a submission through; findings were recorded. */
  record Validated(String codeSha256, List<String> findings) implements AuditEvent {
    @Override
    public String type() {
      return "job.validated";
    }

    @Override
    public Map<String, String> details() {
      return Map.of("codeSha256", codeSha256, "findings", String.join("; ", findings));
    }
  }

  /** The validator turned a submission away. */
  record Rejected(String codeSha256, Verdict verdict, List<String> findings) implements AuditEvent {
    @Override
    public String type() {
      return "job.rejected";
    }

    @Override
    public Map<String, String> details() {
      return Map.of(
          "codeSha256",
          codeSha256,
          "verdict",
          verdict.name(),
          "findings",
          String.join("; ", findings));
    }
  }

  /** The ledger keeps a job back. {@code attempt} is the one it waits for. */
  record Held(int attempt, String reason) implements AuditEvent {
    @Override
    public String type() {
      return "job.held";
    }

    @Override
    public String occurrence() {
      return Integer.toString(attempt);
    }

    @Override
    public Map<String, String> details() {
      return Map.of("attempt", Integer.toString(attempt), "reason", reason);
    }
  }

  /** An attempt was handed to a pool. */
  record Dispatched(int attempt, Route route, Instant startBy, Instant deadline)
      implements AuditEvent {
    @Override
    public String type() {
      return "job.dispatched";
    }

    @Override
    public String occurrence() {
      return Integer.toString(attempt);
    }

    @Override
    public Map<String, String> details() {
      return Map.of(
          "attempt", Integer.toString(attempt),
          "tier", route.tier().word(),
          "routeReason", route.reason(),
          "startBy", startBy.toString(),
          "deadline", deadline.toString());
    }
  }

  /** A sandbox was made. */
  record SandboxCreated(String sandbox, String executor, Tier tier, String confinement)
      implements AuditEvent {
    @Override
    public String type() {
      return "sandbox.created";
    }

    @Override
    public String occurrence() {
      return sandbox;
    }

    @Override
    public Map<String, String> details() {
      return Map.of(
          "sandbox",
          sandbox,
          "executor",
          executor,
          "tier",
          tier.word(),
          "confinement",
          confinement);
    }
  }

  /** A sandbox is gone for good. */
  record SandboxDestroyed(String sandbox, String executor, String reason) implements AuditEvent {
    @Override
    public String type() {
      return "sandbox.destroyed";
    }

    @Override
    public String occurrence() {
      return sandbox;
    }

    @Override
    public Map<String, String> details() {
      return Map.of("sandbox", sandbox, "executor", executor, "reason", reason);
    }
  }

  /** A limit stopped a program. */
  record LimitFired(int attempt, String sandbox, Limit limit, String detail) implements AuditEvent {
    @Override
    public String type() {
      return "limit.fired";
    }

    @Override
    public String occurrence() {
      return attempt + "/" + limit.word();
    }

    @Override
    public Map<String, String> details() {
      return Map.of(
          "attempt",
          Integer.toString(attempt),
          "sandbox",
          sandbox,
          "limit",
          limit.word(),
          "detail",
          detail);
    }
  }

  /**
   * A program called something that it was granted. {@code number} counts the calls of an attempt.
   */
  record CapabilityUsed(int attempt, int number, String binding, String detail)
      implements AuditEvent {
    @Override
    public String type() {
      return "capability.used";
    }

    @Override
    public String occurrence() {
      return attempt + "/" + number;
    }

    @Override
    public Map<String, String> details() {
      return Map.of(
          "attempt",
          Integer.toString(attempt),
          "number",
          Integer.toString(number),
          "binding",
          binding,
          "detail",
          detail);
    }
  }

  /** A program called what it may not, or not so; nothing was done. */
  record CapabilityDenied(int attempt, int number, String binding, String rule, String reason)
      implements AuditEvent {
    @Override
    public String type() {
      return "capability.denied";
    }

    @Override
    public String occurrence() {
      return attempt + "/" + number;
    }

    @Override
    public Map<String, String> details() {
      return Map.of(
          "attempt",
          Integer.toString(attempt),
          "number",
          Integer.toString(number),
          "binding",
          binding,
          "rule",
          rule,
          "reason",
          reason);
    }
  }

  /** A dispatched attempt brought no outcome within its lease. */
  record LeaseLost(int attempt) implements AuditEvent {
    @Override
    public String type() {
      return "lease.lost";
    }

    @Override
    public String occurrence() {
      return Integer.toString(attempt);
    }

    @Override
    public Map<String, String> details() {
      return Map.of("attempt", Integer.toString(attempt));
    }
  }

  /** An outcome came for an attempt that nobody waits for any more; it was dropped. */
  record StaleOutcome(int attempt, Verdict verdict) implements AuditEvent {
    @Override
    public String type() {
      return "outcome.stale";
    }

    @Override
    public String occurrence() {
      return Integer.toString(attempt);
    }

    @Override
    public Map<String, String> details() {
      return Map.of("attempt", Integer.toString(attempt), "verdict", verdict.name());
    }
  }

  /**
   * A submission under an id that is known already; it was not run. {@code source} says where it
   * was read.
   */
  record Duplicate(String source, boolean sameCode) implements AuditEvent {
    @Override
    public String type() {
      return "job.duplicate";
    }

    @Override
    public String occurrence() {
      return source;
    }

    @Override
    public Map<String, String> details() {
      return Map.of("source", source, "sameCode", Boolean.toString(sameCode));
    }
  }

  /** Somebody asked to cancel a job; {@code effect} says what that did. */
  record CancelAsked(String source, String effect, String reason) implements AuditEvent {
    @Override
    public String type() {
      return "job.cancel";
    }

    @Override
    public String occurrence() {
      return source;
    }

    @Override
    public Map<String, String> details() {
      return Map.of("source", source, "effect", effect, "reason", reason);
    }
  }

  /** A job had not started by its expiry. */
  record Expired(Instant expiresAt) implements AuditEvent {
    @Override
    public String type() {
      return "job.expired";
    }

    @Override
    public Map<String, String> details() {
      return Map.of("expiresAt", expiresAt.toString());
    }
  }

  /** The job has its result. */
  record Settled(Verdict verdict, int attempts, Optional<Route> route) implements AuditEvent {
    @Override
    public String type() {
      return "job.settled";
    }

    @Override
    public Map<String, String> details() {
      return Map.of(
          "verdict", verdict.name(),
          "faultDomain", verdict.faultDomain().name(),
          "attempts", Integer.toString(attempts),
          "tier", route.map(Route::tier).map(Tier::word).orElse(""));
    }
  }

  /**
   * A record that could not be read was set aside, byte for byte. {@code source} is topic,
   * partition and offset.
   */
  record DeadLettered(String source, String error) implements AuditEvent {
    @Override
    public String type() {
      return "record.dead-lettered";
    }

    @Override
    public String occurrence() {
      return source;
    }

    @Override
    public Map<String, String> details() {
      return Map.of("source", source, "error", error);
    }
  }
}
