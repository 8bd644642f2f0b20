package dev.sluice.kafka.router;

import dev.sluice.job.JobId;
import dev.sluice.job.JobKey;
import dev.sluice.job.TenantId;
import dev.sluice.ledger.Lane;
import dev.sluice.ledger.Timer;
import dev.sluice.ledger.Waiting;
import java.time.Instant;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;

/**
 * The keys of the ledger's two stores; the first byte says of what. Queues and timers sort, as
 * unsigned bytes, in the order in which the ledger asks for them.
 *
 * <pre>
 * store of jobs      j tenant/job                               where the job stands
 *                    t tenant/job                               its ticket
 *                    w tenant tier language priority arrival    job id
 *                    d millis kind tenant/job                   (nothing)
 * store of accounts  a tenant                                   its account
 *                    m tier language                            since when its pool is missing
 *                    s                                          the last number of the sequence
 *                    h                                          the last link of the audit chain
 * </pre>
 */
final class StoreKeys {
  static final Bytes SEQUENCE = Bytes.wrap(new byte[] {'s'});
  static final Bytes CHAIN_HEAD = Bytes.wrap(new byte[] {'h'});
  static final Bytes FIRST_ACCOUNT = Bytes.wrap(new byte[] {'a'});
  static final Bytes AFTER_ACCOUNTS = Bytes.wrap(new byte[] {'a' + 1});

  private StoreKeys() {}

  static Bytes job(JobKey key) {
    return wrap(begin('j').rest(key.toString()));
  }

  static Bytes ticket(JobKey key) {
    return wrap(begin('t').rest(key.toString()));
  }

  static Bytes account(TenantId tenant) {
    return wrap(begin('a').rest(tenant.value()));
  }

  static TenantId tenantOf(Bytes account) {
    Decoder from = new Decoder(account.get());
    from.oneByte();
    return new TenantId(from.rest());
  }

  static Bytes missing(Lane lane) {
    Encoder to = begin('m');
    JobEncoding.lane(to, lane);
    return wrap(to);
  }

  static Bytes place(Waiting place) {
    return wrap(
        queue(place.key().tenant(), place.lane())
            .ordered(place.priority())
            .ordered(place.arrival()));
  }

  static Bytes queueStart(TenantId tenant, Lane lane) {
    return wrap(queue(tenant, lane));
  }

  static Bytes queueEnd(TenantId tenant, Lane lane) {
    return wrap(queue(tenant, lane).ordered(Integer.MAX_VALUE).ordered(Long.MAX_VALUE));
  }

  static Waiting placeOf(TenantId tenant, Lane lane, Bytes key, byte[] job) {
    byte[] bytes = key.get();
    Decoder from = new Decoder(bytes);
    from.skip(bytes.length - Integer.BYTES - Long.BYTES);
    int priority = from.orderedInteger();
    long arrival = from.orderedNumber();
    return new Waiting(
        new JobKey(tenant, new JobId(new Decoder(job).rest())), lane, priority, arrival);
  }

  static Bytes timer(Timer timer) {
    return wrap(
        begin('d')
            .ordered(timer.at().toEpochMilli())
            .oneByte(number(timer.kind()))
            .rest(timer.key().toString()));
  }

  static Timer timerOf(Bytes key) {
    Decoder from = new Decoder(key.get());
    from.oneByte();
    Instant at = Instant.ofEpochMilli(from.orderedNumber());
    Timer.Kind kind = kind(from.oneByte());
    return new Timer(at, kind, JobKey.parse(from.rest()));
  }

  /** Before every timer of this instant. */
  static Bytes timersFrom(long epochMillis) {
    return wrap(begin('d').ordered(epochMillis));
  }

  private static int number(Timer.Kind kind) {
    return switch (kind) {
      case LEASE -> 1;
      case EXPIRY -> 2;
      case FORGET -> 3;
    };
  }

  private static Timer.Kind kind(int number) {
    return Stream.of(Timer.Kind.values())
        .filter(kind -> number(kind) == number)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no kind of timer has the number " + number));
  }

  private static Encoder queue(TenantId tenant, Lane lane) {
    Encoder to = begin('w').text(tenant.value());
    JobEncoding.lane(to, lane);
    return to;
  }

  private static Encoder begin(char kind) {
    return new Encoder().oneByte(kind);
  }

  private static Bytes wrap(Encoder encoder) {
    return Bytes.wrap(encoder.done());
  }
}
