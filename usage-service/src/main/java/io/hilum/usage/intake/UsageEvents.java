package io.hilum.usage.intake;

import java.time.Clock;
import java.time.Instant;

import io.hilum.usage.inbox.UnreadableEventException;
import io.hilum.usage.ledger.LedgerEntry;
import io.hilum.usage.ledger.LedgerProperties;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads usage events. What is no event of the contract is refused, and so is one whose
 * time no clock can have shown: it would open a month that the ledger never meant to
 * have.
 */
public final class UsageEvents {

	private final JsonMapper json;

	private final LedgerProperties properties;

	private final Clock clock;

	/**
	 * Create a reader.
	 * @param json reads JSON
	 * @param properties how old and how new an event may be
	 * @param clock the present time
	 */
	public UsageEvents(JsonMapper json, LedgerProperties properties, Clock clock) {
		this.json = json;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Read an event.
	 * @param value its JSON
	 * @return the entry it makes
	 */
	public LedgerEntry read(byte[] value) {
		LedgerEntry entry = this.json.readValue(value, LedgerEntry.class);
		if (entry == null) {
			throw new UnreadableEventException("null is no event");
		}
		Instant now = this.clock.instant();
		if (entry.time().isBefore(now.minus(this.properties.maxAge()))
				|| entry.time().isAfter(now.plus(this.properties.maxSkew()))) {
			throw new UnreadableEventException("time is out of range");
		}
		return entry;
	}

}
