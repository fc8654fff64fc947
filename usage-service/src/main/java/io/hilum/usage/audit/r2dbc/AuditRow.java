package io.hilum.usage.audit.r2dbc;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.hilum.usage.audit.AuditEvent;
import io.hilum.usage.audit.chain.ChainedEvent;
import org.jspecify.annotations.Nullable;

/**
 * A row to be written.
 *
 * @param sequence the place in the chain
 * @param id the id of the event
 * @param time its time
 * @param service its service
 * @param action its action
 * @param request its request
 * @param subject its subject
 * @param decision its decision
 * @param patients the patients whom it concerned
 * @param event its canonical text
 * @param hash its hash
 */
record AuditRow(long sequence, UUID id, Instant time, String service, String action, String request,
		@Nullable String subject, String decision, List<String> patients, String event, String hash) {

	static AuditRow of(ChainedEvent linked, AuditEvent event) {
		return new AuditRow(linked.sequence(), event.id(), event.time(), event.service(), event.action(),
				event.requestId(), event.subject(), event.decision(), event.patients(), linked.event(), linked.hash());
	}

}
