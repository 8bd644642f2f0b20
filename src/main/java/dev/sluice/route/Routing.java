package dev.sluice.route;

import dev.sluice.job.Route;

/** What the route rules say of a submission. */
public sealed interface Routing {

  /** It runs there, for that reason. */
  record Routed(Route route) implements Routing {}

  /** The policy keeps it from the tier it asks for or needs; the reason names both. */
  record Denied(String reason) implements Routing {}

  /** No kind of sandbox can run it. */
  record Impossible(String reason) implements Routing {}
}
