package io.hilum.rag.audit.journal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.hilum.rag.audit.AuditEvent;
import io.hilum.trust.context.ServiceContext;
import org.jspecify.annotations.Nullable;

/**
 * An event of {@code hilum.audit.v1}, with the fields of the contract in its order.
 */
record AuditRecordedV1(UUID id, Instant time, String service, String action, String requestId, String subject,
		List<String> roles, String team, @Nullable String application, @Nullable String keyId, String purpose,
		@Nullable String network, String resource, String decision, @Nullable String reason, int status,
		@Nullable String model, @Nullable String provider, @Nullable String region, @Nullable String agreement,
		@Nullable Object phi, String policyVersion, List<String> collections) {

	static final String SERVICE = "rag-service";

	static AuditRecordedV1 of(AuditEvent event, UUID id, Instant time) {
		ServiceContext context = event.context();
		String decision = (event.reason() == null) ? "allowed" : "refused";
		return new AuditRecordedV1(id, time, SERVICE, event.action().wire(), context.requestId(), context.subject(),
				context.roles(), context.team(), context.application(), context.keyId(), context.purpose(), null,
				event.resource(), decision, event.reason(), event.status(), null, null, null, null, null,
				context.policyVersion(), List.of(event.collection()));
	}

}
