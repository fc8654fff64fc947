package io.hilum.portal.feedback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import io.hilum.portal.audit.Administration;
import io.hilum.portal.audit.AuditAction;
import io.hilum.portal.audit.AuditEvent;
import io.hilum.portal.audit.AuditLog;
import io.hilum.portal.conversation.Conversation;
import io.hilum.portal.conversation.Conversations;
import io.hilum.portal.problem.PortalProblem;
import io.hilum.portal.seal.Place;
import io.hilum.trust.context.ServiceContext;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Takes feedback from the person who was answered, and counts it for administrators, who
 * read no word of it.
 */
@Component
public class Feedbacks {

	private static final Duration USUAL = Duration.ofDays(30);

	private final FeedbackStore store;

	private final Conversations conversations;

	private final Administration administration;

	private final AuditLog audit;

	private final Clock clock;

	Feedbacks(FeedbackStore store, Conversations conversations, Administration administration, AuditLog audit,
			Clock clock) {
		this.store = store;
		this.conversations = conversations;
		this.administration = administration;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Take feedback.
	 * @param conversation the conversation
	 * @param feedback the feedback
	 * @param caller who gives it
	 * @return the feedback; fails if the caller has no such answer
	 */
	public Mono<Feedback> put(UUID conversation, Feedback feedback, ServiceContext caller) {
		return this.conversations.get(conversation, caller)
			.flatMap((found) -> this.store.put(found.holder().id(), found.id(), seal(found, feedback),
					this.clock.instant().truncatedTo(ChronoUnit.MICROS)))
			.filter(Boolean::booleanValue)
			.switchIfEmpty(Mono.error(() -> PortalProblem.notFound("answer")))
			.thenReturn(feedback);
	}

	/**
	 * Take feedback back.
	 * @param conversation the conversation
	 * @param message the answer
	 * @param caller who has given it
	 * @return when there is none; fails if the caller has no such message
	 */
	public Mono<Void> delete(UUID conversation, UUID message, ServiceContext caller) {
		return this.conversations.get(conversation, caller)
			.flatMap((found) -> this.store.delete(found.holder().id(), found.id(), message))
			.filter(Boolean::booleanValue)
			.switchIfEmpty(Mono.error(() -> PortalProblem.notFound("message")))
			.then();
	}

	/**
	 * Feedback on some messages.
	 * @param conversation the conversation
	 * @param messages the messages
	 * @return the feedback by message
	 */
	public Mono<Map<UUID, Feedback>> of(Conversation conversation, Collection<UUID> messages) {
		return this.store.find(conversation.holder().id(), conversation.id(), messages)
			.map((sealed) -> open(conversation, sealed))
			.collectMap(Feedback::message);
	}

	/**
	 * How answers were judged, for administrators.
	 * @param since from when on, {@code null} for the last 30 days
	 * @param caller who asks
	 * @return the counts
	 */
	public Flux<FeedbackCount> count(@Nullable Instant since, ServiceContext caller) {
		Instant from = (since != null) ? since : this.clock.instant().minus(USUAL);
		return this.administration.require(caller, AuditAction.FEEDBACK_READ, null)
			.then(Mono.defer(() -> this.audit.append(AuditEvent.allowed(AuditAction.FEEDBACK_READ, caller, null))))
			.thenMany(Flux.defer(() -> this.store.count(from)));
	}

	private static SealedFeedback seal(Conversation conversation, Feedback feedback) {
		return new SealedFeedback(feedback.message(), feedback.rating(), feedback.reason(),
				conversation.seal().sealIfPresent(feedback.comment(), place(conversation, feedback.message())));
	}

	private static Feedback open(Conversation conversation, SealedFeedback sealed) {
		return new Feedback(sealed.message(), sealed.rating(), sealed.reason(),
				conversation.seal().openIfPresent(sealed.comment(), place(conversation, sealed.message())));
	}

	private static Place place(Conversation conversation, UUID message) {
		return Place.message(conversation.holder().id(), conversation.id(), message, "comment");
	}

}
