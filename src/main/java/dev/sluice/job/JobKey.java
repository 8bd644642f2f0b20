package dev.sluice.job;

/** A job's full name: its id is only unique within its tenant. */
public record JobKey(TenantId tenant, JobId job) {

  public static JobKey of(String tenant, String job) {
    return new JobKey(new TenantId(tenant), new JobId(job));
  }

  /** Reads what {@link #toString()} wrote; a tenant has no slash, so the first one ends it. */
  public static JobKey parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("job key must be tenant/job: \"" + text + "\"");
    }
    return of(text.substring(0, slash), text.substring(slash + 1));
  }

  @Override
  public String toString() {
    return tenant + "/" + job;
  }
}
