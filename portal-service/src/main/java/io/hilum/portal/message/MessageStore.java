package io.hilum.portal.message;

import java.util.Collection;
import java.util.UUID;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where messages are kept.
 */
public interface MessageStore {

	/**
	 * The places of all messages of a conversation.
	 * @param holder whose conversation
	 * @param conversation the conversation
	 * @return the places, in the order in which the messages were said
	 */
	Flux<Node> nodes(UUID holder, UUID conversation);

	/**
	 * Find messages of a conversation.
	 * @param holder whose conversation
	 * @param conversation the conversation
	 * @param ids the messages
	 * @param withSeen whether what the model saw is wanted
	 * @return those that are there, in no particular order
	 */
	Flux<SealedMessage> find(UUID holder, UUID conversation, Collection<UUID> ids, boolean withSeen);

	/**
	 * Keep a message.
	 * @param holder whose conversation
	 * @param conversation the conversation, locked
	 * @param ordinal the how manieth message of it this is
	 * @param message the message
	 * @param marks by what it is found
	 * @return when it is kept; fails if what it follows is not there
	 */
	Mono<Void> insert(UUID holder, UUID conversation, int ordinal, SealedMessage message, Long[] marks);

}
