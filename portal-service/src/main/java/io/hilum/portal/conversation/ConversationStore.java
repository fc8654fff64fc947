package io.hilum.portal.conversation;

import java.util.List;
import java.util.UUID;

import io.hilum.portal.page.Cursor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where conversations are kept. One is found only with its holder, but for what is shared
 * with a team.
 */
public interface ConversationStore {

	/**
	 * How many conversations somebody has.
	 * @param holder whose
	 * @return how many
	 */
	Mono<Long> count(UUID holder);

	/**
	 * Keep a new conversation.
	 * @param conversation the conversation
	 * @param marks by what its title is found
	 * @return {@code false} if its holder has one of this id
	 */
	Mono<Boolean> insert(SealedConversation conversation, Long[] marks);

	/**
	 * Find a conversation.
	 * @param holder whose
	 * @param id its id
	 * @return the conversation, or empty
	 */
	Mono<SealedConversation> find(UUID holder, UUID id);

	/**
	 * Find a conversation that nobody else changes until the present transaction ends.
	 * @param holder whose
	 * @param id its id
	 * @return the conversation, or empty
	 */
	Mono<SealedConversation> lock(UUID holder, UUID id);

	/**
	 * Conversations of somebody, the last used first.
	 * @param holder whose
	 * @param filter which
	 * @param after where the page before ended
	 * @param limit how many at most
	 * @return the conversations
	 */
	Flux<SealedConversation> list(UUID holder, ConversationFilter filter, Cursor after, int limit);

	/**
	 * Conversations of somebody in which all words are, the last used first.
	 * @param holder whose
	 * @param words for each word, the marks of which one must be there; not empty
	 * @param after where the page before ended
	 * @param limit how many at most
	 * @return the conversations
	 */
	Flux<SealedConversation> search(UUID holder, List<Long[]> words, Cursor after, int limit);

	/**
	 * Conversations that others share with a team, the last shared first.
	 * @param team the team
	 * @param except who does not want to see their own
	 * @param after where the page before ended
	 * @param limit how many at most
	 * @return the conversations
	 */
	Flux<SealedConversation> shared(String team, String except, Cursor after, int limit);

	/**
	 * Find what is shared with a team.
	 * @param share the id of the share
	 * @param team the team
	 * @return the conversation, or empty
	 */
	Mono<SealedConversation> shared(UUID share, String team);

	/**
	 * Change a conversation that was locked.
	 * @param conversation as it shall be
	 * @return when it is done; fails if its folder is not there
	 */
	Mono<Void> update(SealedConversation conversation);

	/**
	 * Change by what the title of a conversation is found.
	 * @param holder whose
	 * @param id its id
	 * @param marks the marks
	 * @return when it is done
	 */
	Mono<Void> mark(UUID holder, UUID id, Long[] marks);

	/**
	 * Delete a conversation with its key, its messages and its marks.
	 * @param holder whose
	 * @param id its id
	 * @return {@code false} if it was not there
	 */
	Mono<Boolean> delete(UUID holder, UUID id);

}
