package dev.sluice.ledger;

class InMemoryLedgerStateTest extends LedgerStateContractTest {
  @Override
  protected LedgerState empty() {
    return new InMemoryLedgerState();
  }

  /** It lives as long as its process, so the same one is all that there is to find. */
  @Override
  protected LedgerState reopened(LedgerState state) {
    return state;
  }
}
