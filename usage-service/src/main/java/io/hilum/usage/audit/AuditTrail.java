package io.hilum.usage.audit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import io.hilum.trust.context.ServiceContext;
import io.hilum.usage.identity.Caller;
import io.hilum.usage.outbox.Outbox;
import io.hilum.usage.outbox.OutboxRecord;
import io.hilum.usage.problem.UsageProblem;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Records what this service itself decides. Its events take the same way into the chain
 * as everyone's: through the outbox onto the topic.
 */
@Component
public class AuditTrail {

	/**
	 * The topic of all audit events.
	 */
	public static final String TOPIC = "hilum.audit.v1";

	private static final String TYPE = "hilum.audit.recorded.v1";

	private static final String SERVICE = "usage-service";

	private final Outbox outbox;

	private final JsonMapper json;

	private final Clock clock;

	AuditTrail(Outbox outbox, JsonMapper json, Clock clock) {
		this.outbox = outbox;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Record that something was allowed, in the present transaction.
	 * @param caller who asked
	 * @param action what was done, such as {@code key.revoke}
	 * @param resource what it was done to, such as {@code key:k7m2p4}
	 * @return when it is stored
	 */
	public Mono<Void> allowed(Caller caller, String action, @Nullable String resource) {
		return append(event(caller.context(), action, resource, "allowed", null, 200));
	}

	/**
	 * Record that something was refused.
	 * @param caller who asked
	 * @param action what was asked for
	 * @param resource what it would have been done to
	 * @param reason the code of the refusal
	 * @return when it is stored
	 */
	public Mono<Void> refused(Caller caller, String action, @Nullable String resource, String reason) {
		return append(event(caller.context(), action, resource, "refused", reason, 403));
	}

	/**
	 * Let administrators pass and record that anybody else was refused.
	 * @param caller who asks
	 * @param action what is asked for
	 * @param resource what it would be done to
	 * @return empty for an administrator, else the refusal as an error
	 */
	public Mono<Void> requireAdministrator(Caller caller, String action, @Nullable String resource) {
		if (caller.administers()) {
			return Mono.empty();
		}
		var refusal = new UsageProblem.Refused("administrator_required", "Only an administrator may do this");
		return refused(caller, action, resource, refusal.code()).then(Mono.error(refusal));
	}

	/**
	 * Record that the configuration was applied, in the present transaction.
	 * @param action what was done
	 * @param resource what it was done to
	 * @return when it is stored
	 */
	public Mono<Void> configured(String action, String resource) {
		return append(new AuditEvent(UUID.randomUUID(), this.clock.instant().truncatedTo(ChronoUnit.MILLIS), SERVICE,
				action, "start", SERVICE, List.of(), null, null, null, null, null, resource, "allowed", "configuration",
				0, null));
	}

	private AuditEvent event(ServiceContext who, String action, @Nullable String resource, String decision,
			@Nullable String reason, int status) {
		return new AuditEvent(UUID.randomUUID(), this.clock.instant().truncatedTo(ChronoUnit.MILLIS), SERVICE, action,
				who.requestId(), who.subject(), who.roles(), who.team(), who.application(), who.keyId(), who.purpose(),
				null, resource, decision, reason, status, who.policyVersion());
	}

	private Mono<Void> append(AuditEvent event) {
		return this.outbox.append(new OutboxRecord(event.id(), TOPIC, event.requestId(), TYPE, event.time(),
				this.json.writeValueAsString(event)));
	}

}
