package io.hilum.usage.ledger;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the ledger is kept.
 *
 * @param monthsAhead for how many months to come there is always room
 * @param maxAge how old an event may be; older ones are buried
 * @param maxSkew how far in the future the end of a request may lie
 */
@ConfigurationProperties("hilum.ledger")
public record LedgerProperties(@DefaultValue("3") int monthsAhead, @DefaultValue("1096d") Duration maxAge,
		@DefaultValue("1d") Duration maxSkew) {
}
