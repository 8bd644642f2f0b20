package dev.sluice.kafka.router;

import dev.sluice.job.TenantId;
import dev.sluice.ledger.Account;
import dev.sluice.ledger.Account.Share;
import dev.sluice.ledger.Lane;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** An account as bytes, under its tenant. */
final class AccountEncoding {
  private static final int FIRST_FORM = 1;

  private AccountEncoding() {}

  static byte[] encode(Account account) {
    Encoder to = new Encoder().oneByte(FIRST_FORM);
    share(to, account.isolate());
    share(to, account.container());
    to.each(
        account.waiting().entrySet(),
        (entry, waiting) -> {
          JobEncoding.lane(entry, waiting.getKey());
          entry.number(waiting.getValue().intValue());
        });
    return to.done();
  }

  static Account decode(TenantId tenant, byte[] bytes) {
    Decoder from = new Decoder(bytes);
    int form = from.oneByte();
    if (form != FIRST_FORM) {
      throw new IllegalStateException("no form of an account has the number " + form);
    }
    Share isolate = share(from);
    Share container = share(from);
    SortedMap<Lane, Integer> waiting = new TreeMap<>();
    from.each(entry -> Map.entry(JobEncoding.lane(entry), entry.integer()))
        .forEach(entry -> waiting.put(entry.getKey(), entry.getValue()));
    return new Account(tenant, isolate, container, waiting);
  }

  private static void share(Encoder to, Share share) {
    to.number(share.running()).number(share.lastServed());
  }

  private static Share share(Decoder from) {
    return new Share(from.integer(), from.number());
  }
}
