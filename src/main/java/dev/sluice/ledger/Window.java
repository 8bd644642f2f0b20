package dev.sluice.ledger;

import java.time.Duration;

/**
 * How many attempts a pool may have at hand, running ones included. Each slot has one or two, so
 * that waiting happens in the ledger; while its programs are shorter than the way to the ledger and
 * back, that would leave it idle, so then it has more, up to some time's work: by Little's law what
 * is under way is the rate times the time it takes. What goes ahead like that must start soon or
 * not at all, so that a tenant whose programs suddenly run long does not block the pool with them.
 */
final class Window {
  private static final Duration SHORTEST_SERVICE = Duration.ofMillis(1);

  private final Moment moment;
  private final LedgerSettings settings;

  Window(Moment moment) {
    this.moment = moment;
    this.settings = moment.settings();
  }

  boolean hasRoom(Lane lane) {
    return switch (moment.availability(lane)) {
      case Availability.Open open -> running(lane) < (long) open.slots() * mostPerSlot(open);
      case Availability.Closed closed -> false;
      case Availability.Unknown unknown -> false;
    };
  }

  /** Whether one more in this lane is more than its slots would have if nothing were known. */
  boolean isAhead(Lane lane) {
    return moment.availability(lane) instanceof Availability.Open(int slots, var service)
        && running(lane) >= (long) slots * settings.dispatchFactor();
  }

  private long mostPerSlot(Availability.Open open) {
    return open.service()
        .map(service -> service.compareTo(SHORTEST_SERVICE) < 0 ? SHORTEST_SERVICE : service)
        .map(service -> 1 + settings.ahead().work().dividedBy(service))
        .filter(byTime -> byTime > settings.dispatchFactor())
        .orElse((long) settings.dispatchFactor());
  }

  private int running(Lane lane) {
    return moment.state().accounts().running(lane.tier());
  }
}
