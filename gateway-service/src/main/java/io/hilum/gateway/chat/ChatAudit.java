package io.hilum.gateway.chat;

import java.time.Clock;

import io.hilum.gateway.audit.AuditEvent;
import io.hilum.gateway.audit.Decision;
import io.hilum.gateway.audit.PhiRecord;
import io.hilum.gateway.chat.request.Turns;
import io.hilum.gateway.models.ModelAnswer;
import io.hilum.trust.id.TimeOrderedIds;
import org.jspecify.annotations.Nullable;

/**
 * Turns what is known of a chat request into its audit event.
 */
final class ChatAudit {

	private final TimeOrderedIds ids;

	private final Clock clock;

	ChatAudit(TimeOrderedIds ids, Clock clock) {
		this.ids = ids;
		this.clock = clock;
	}

	/**
	 * The event of a request.
	 * @param context what is known of it
	 * @param decision whether it was let through
	 * @param reason why not, or how it ended otherwise than well
	 * @param status the status that the client got
	 * @return the event
	 */
	AuditEvent event(ChatContext context, Decision decision, @Nullable String reason, int status) {
		ModelAnswer answer = context.answer();
		Deidentified deidentified = context.deidentified();
		boolean granted = !context.grant().roles().isEmpty();
		PhiRecord phi = granted
				? new PhiRecord(deidentified.state().name(), context.grant().mode().wireName(), deidentified.found())
				: null;
		String purpose = context.scope().purpose();
		return new AuditEvent(this.ids.next().toString(), this.clock.instant(), AuditEvent.SERVICE,
				context.request().endpoint().action(), context.arrival().requestId(), context.caller().subject(),
				granted ? context.grant().roles() : context.caller().roles(), context.caller().team(),
				context.caller().application(), context.caller().keyId(), purpose.isEmpty() ? null : purpose,
				context.arrival().network(), granted ? "model:" + context.request().model() : null, decision, reason,
				status, answer.header("hilum-model"), answer.header("hilum-provider"), answer.header("hilum-region"),
				answer.header("hilum-agreement"), phi, granted ? deidentified.policyVersion() : null,
				context.request().hilum().collections())
			.concerning(deidentified.patients())
			.actedBy(context.caller().actors());
	}

}
