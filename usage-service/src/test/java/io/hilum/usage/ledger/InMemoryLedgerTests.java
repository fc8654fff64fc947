package io.hilum.usage.ledger;

/**
 * Tests for {@link InMemoryLedger}: the double keeps the promises of the real one.
 */
class InMemoryLedgerTests extends LedgerContract {

	@Override
	protected Ledger create() {
		return new InMemoryLedger();
	}

}
