package dev.sluice.capability;

import dev.sluice.job.Binding;

/** Services that speak HTTP. */
final class HttpKind implements BindingKind {
  @Override
  public String word() {
    return "http";
  }

  @Override
  public Connector connector(Binding binding, Secrets secrets) {
    return new HttpConnector(HttpTerms.of(binding), secrets);
  }
}
