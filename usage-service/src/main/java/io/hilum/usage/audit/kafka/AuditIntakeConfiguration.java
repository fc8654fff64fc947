package io.hilum.usage.audit.kafka;

import io.hilum.usage.audit.AuditChain;
import io.hilum.usage.audit.AuditEvent;
import io.hilum.usage.audit.AuditTrail;
import io.hilum.usage.inbox.Subscription;
import io.hilum.usage.inbox.UnreadableEventException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Audit events go into the chain.
 */
@Configuration(proxyBeanMethods = false)
class AuditIntakeConfiguration {

	@Bean
	Subscription<AuditEvent> auditEvents(JsonMapper json, AuditChain chain) {
		return new Subscription<>(AuditTrail.TOPIC, "usage-service-audit", (value) -> read(json, value),
				(events) -> chain.append(events).then());
	}

	private static AuditEvent read(JsonMapper json, byte[] value) {
		AuditEvent event = json.readValue(value, AuditEvent.class);
		if (event == null) {
			throw new UnreadableEventException("null is no event");
		}
		return event;
	}

}
