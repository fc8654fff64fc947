package io.hilum.rag.hold;

import java.util.UUID;

import reactor.core.publisher.Mono;

/**
 * The legal holds, which portal-service knows.
 */
public interface LegalHolds {

	/**
	 * Whether a hold keeps a conversation, and with it what is attached to it.
	 * @param person the subject of the person whose it is
	 * @param conversation its id; of one that never was, every hold counts that may mean
	 * the person
	 * @return whether it is kept; fails if that cannot be told, and then nothing may go
	 */
	Mono<Boolean> keep(String person, UUID conversation);

}
