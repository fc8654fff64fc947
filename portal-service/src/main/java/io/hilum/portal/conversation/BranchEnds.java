package io.hilum.portal.conversation;

import java.util.UUID;

import reactor.core.publisher.Mono;

/**
 * Knows where the branches of a conversation end.
 */
public interface BranchEnds {

	/**
	 * The newest end below a message.
	 * @param conversation the conversation
	 * @param message the message
	 * @return the end; fails if the conversation has no such message
	 */
	Mono<UUID> newestBelow(Conversation conversation, UUID message);

}
