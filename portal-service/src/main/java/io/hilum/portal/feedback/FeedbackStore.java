package io.hilum.portal.feedback;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where feedback is kept.
 */
public interface FeedbackStore {

	/**
	 * Keep feedback in the place of what was said before.
	 * @param holder whose conversation
	 * @param conversation the conversation
	 * @param feedback the feedback
	 * @param at when it is given
	 * @return {@code false} if the conversation has no such answer
	 */
	Mono<Boolean> put(UUID holder, UUID conversation, SealedFeedback feedback, Instant at);

	/**
	 * Take feedback back.
	 * @param holder whose conversation
	 * @param conversation the conversation
	 * @param message the answer
	 * @return {@code false} if the conversation has no such message
	 */
	Mono<Boolean> delete(UUID holder, UUID conversation, UUID message);

	/**
	 * Feedback on some messages.
	 * @param holder whose conversation
	 * @param conversation the conversation
	 * @param messages the messages
	 * @return the feedback that there is
	 */
	Flux<SealedFeedback> find(UUID holder, UUID conversation, Collection<UUID> messages);

	/**
	 * How answers were judged.
	 * @param since from when on
	 * @return the counts, the greatest first
	 */
	Flux<FeedbackCount> count(Instant since);

}
