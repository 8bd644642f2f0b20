package dev.sluice.ledger;

import dev.sluice.job.Tier;
import dev.sluice.tenant.TenantPolicy;
import java.util.Optional;

/**
 * Who may be dispatched, and who is next when several wait.
 *
 * <p>Across tenants: whoever has the fewest attempts running in the tier, and among equals whoever
 * was served longest ago. So a tenant that floods takes the slots that nobody else wants, and gives
 * way with the next free slot to one that has fewer. Within a tenant: by priority, then in order of
 * arrival. This class is the place for weights, rates and budgets.
 */
final class FairChoice {
  private final Moment moment;
  private final Accounts accounts;
  private final Window window;

  FairChoice(Moment moment) {
    this.moment = moment;
    this.accounts = moment.state().accounts();
    this.window = new Window(moment);
  }

  /** The next of the waiting jobs that a tier has a slot for and whose tenant may run one more. */
  Optional<Waiting> next(Tier tier) {
    if (accounts.lanesWaitedIn().stream()
        .noneMatch(lane -> lane.tier() == tier && window.hasRoom(lane))) {
      return Optional.empty();
    }
    return accounts.contenders(tier).stream()
        .filter(account -> mayRunOneMore(account, tier))
        .flatMap(account -> firstOf(account, tier).stream())
        .findFirst();
  }

  /**
   * What keeps a job that is in no queue from being dispatched now, in words; empty if nothing
   * does.
   */
  Optional<String> obstacle(Ticket ticket, TenantPolicy policy) {
    Tier tier = ticket.route().tier();
    int running = accounts.of(ticket.key().tenant()).in(tier).running();
    int quota = policy.quotas().running(tier);
    if (running >= quota) {
      return Optional.of(
          "the tenant has " + running + " of " + quota + " jobs running in " + tier.word());
    }
    if (window.hasRoom(ticket.lane())) {
      return Optional.empty();
    }
    return Optional.of(
        moment.availability(ticket.lane()) instanceof Availability.Open
            ? "every slot for " + ticket.lane() + " is taken"
            : "no executor for " + ticket.lane() + " has been heard of");
  }

  private Optional<Waiting> firstOf(Account account, Tier tier) {
    return account.waiting().keySet().stream()
        .filter(lane -> lane.tier() == tier && window.hasRoom(lane))
        .flatMap(lane -> moment.state().first(account.tenant(), lane).stream())
        .min(Waiting.ORDER);
  }

  /** A tenant without a policy is let through: its jobs are settled when their turn comes. */
  private boolean mayRunOneMore(Account account, Tier tier) {
    return moment
        .policies()
        .of(account.tenant())
        .map(policy -> account.in(tier).running() < policy.quotas().running(tier))
        .orElse(true);
  }
}
