package dev.sluice.audit;

/** A record of the audit trail with its place in its writer's chain. */
public record AuditEntry(AuditRecord record, ChainLink link) {}
