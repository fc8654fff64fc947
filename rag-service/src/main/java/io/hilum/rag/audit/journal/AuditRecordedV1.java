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
record AuditRecordedV1(UUID id, Instant time, String service, String action, String requestId, @Nullable String subject,
		List<String> roles, @Nullable String team, @Nullable String application, @Nullable String keyId,
		@Nullable String purpose, @Nullable String network, String resource, String decision, @Nullable String reason,
		int status, @Nullable String model, @Nullable String provider, @Nullable String region,
		@Nullable String agreement, @Nullable Object phi, @Nullable String policyVersion, List<String> collections) {

	static final String SERVICE = "rag-service";

	/**
	 * The request of what this service does by itself.
	 */
	private static final String NO_REQUEST = "none";

	static AuditRecordedV1 of(AuditEvent event, UUID id, Instant time) {
		ServiceContext context = event.context();
		String decision = event.isAllowed() ? "allowed" : "refused";
		if (context == null) {
			return new AuditRecordedV1(id, time, SERVICE, event.action().wire(), NO_REQUEST, SERVICE, List.of(), null,
					null, null, null, null, event.resource(), decision, event.reason(), event.status(), null, null,
					null, null, null, null, List.of(event.collection()));
		}
		return new AuditRecordedV1(id, time, SERVICE, event.action().wire(), context.requestId(), context.subject(),
				context.roles(), context.team(), context.application(), context.keyId(), context.purpose(), null,
				event.resource(), decision, event.reason(), event.status(), null, null, null, null, null,
				context.policyVersion(), List.of(event.collection()));
	}

}
