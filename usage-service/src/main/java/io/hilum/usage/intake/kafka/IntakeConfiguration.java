package io.hilum.usage.intake.kafka;

import java.time.Clock;

import io.hilum.usage.inbox.Subscription;
import io.hilum.usage.intake.UsageEvents;
import io.hilum.usage.ledger.Ledger;
import io.hilum.usage.ledger.LedgerEntry;
import io.hilum.usage.ledger.LedgerProperties;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Usage events go into the ledger.
 */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

	@Bean
	Subscription<LedgerEntry> usageEvents(JsonMapper json, LedgerProperties properties, Clock clock, Ledger ledger) {
		UsageEvents events = new UsageEvents(json, properties, clock);
		return new Subscription<>("hilum.usage.v1", "usage-service-ledger", events::read,
				(entries) -> ledger.append(entries).then());
	}

}
