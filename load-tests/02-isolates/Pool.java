import dev.sluice.isolate.IsolatePool;
import dev.sluice.isolate.IsolateSettings;
import dev.sluice.job.Assignment;
import dev.sluice.job.ByteSize;
import dev.sluice.job.Invocation;
import dev.sluice.job.JobKey;
import dev.sluice.job.Language;
import dev.sluice.job.Languages;
import dev.sluice.job.Lease;
import dev.sluice.job.Limit;
import dev.sluice.job.Limits;
import dev.sluice.job.Program;
import dev.sluice.job.Route;
import dev.sluice.job.TenantId;
import dev.sluice.job.Tier;
import dev.sluice.job.WorkerReuse;
import dev.sluice.sandbox.Cancellation;
import dev.sluice.sandbox.SandboxListener;
import dev.sluice.verdict.AttemptOutcome;
import dev.sluice.verdict.SandboxStamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The isolate pool with its defaults, alone: no Kafka, no router. Any thread. */
final class Pool implements SandboxListener, AutoCloseable {
  private static final Limits LIMITS =
      new Limits(
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          ByteSize.ofMebibytes(128),
          ByteSize.ofMebibytes(1),
          64,
          ByteSize.ofMebibytes(64));

  private final BlockingQueue<SandboxStamp> spares = new LinkedBlockingQueue<>();
  private final IsolatePool pool;
  private final Language language;

  Pool(String name) {
    language = Languages.named(name).orElseThrow();
    IsolateSettings defaults = IsolateSettings.DEFAULTS;
    IsolateSettings settings = defaults.withSpares(defaults.spares().with(1, Set.of(name)));
    pool = new IsolatePool("load", settings, this, InstantSource.system());
  }

  /** Waits for a worker of nobody that has not been waited for. */
  void awaitSpare() throws InterruptedException {
    if (spares.poll(2, TimeUnit.MINUTES) == null) {
      throw new IllegalStateException("no spare worker came: " + pool.offer());
    }
  }

  AttemptOutcome run(String tenant, String code) {
    Instant now = Instant.now();
    Assignment assignment =
        new Assignment(
            JobKey.of(tenant, "job"),
            1,
            new Route(Tier.ISOLATE, "a load test"),
            Program.of(language, code),
            Invocation.PLAIN,
            LIMITS,
            Set.of(),
            WorkerReuse.TENANT,
            new Lease(now, now.plusSeconds(10), now.plusSeconds(60)));
    return pool.run(assignment, new Cancellation());
  }

  @Override
  public void created(SandboxStamp sandbox, Optional<TenantId> tenant) {
    if (tenant.isEmpty()) {
      spares.add(sandbox);
    }
  }

  @Override
  public void destroyed(SandboxStamp sandbox, Optional<TenantId> tenant, String reason) {}

  @Override
  public void limitFired(SandboxStamp sandbox, JobKey key, int attempt, Limit limit, String detail) {}

  @Override
  public void close() {
    pool.close();
  }
}
