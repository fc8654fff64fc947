package io.hilum.routing.completion;

import java.time.Duration;
import java.util.Optional;

import io.hilum.routing.body.Endpoint;
import io.hilum.routing.cache.CacheKey;
import io.hilum.routing.cache.CacheKeys;
import io.hilum.routing.cache.CacheProperties;
import io.hilum.routing.cache.SingleTurn;
import io.hilum.routing.cache.Wording;
import io.hilum.routing.cache.Wordings;
import io.hilum.routing.catalogue.Caching;
import io.hilum.routing.catalogue.Similarity;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Finds the answer of a question that is worded in another way, where the catalogue lets
 * a team share such answers. Pseudonyms are of one conversation and nobody else can put
 * back whom they stand for: only questions in which the gateway replaced nothing are
 * compared, so that no answer to them has any. What goes wrong on the way is like no
 * other question.
 */
final class Likeness {

	private final Measure measure;

	private final Wordings wordings;

	private final CacheKeys keys;

	private final CacheProperties properties;

	Likeness(Measure measure, Wordings wordings, CacheKeys keys, CacheProperties properties) {
		this.measure = measure;
		this.wordings = wordings;
		this.keys = keys;
		this.properties = properties;
	}

	/**
	 * Where the question of a journey lies.
	 * @param journey the journey
	 * @param caching how answers of its model are given again
	 * @return the wording, or nothing if it is not to be compared
	 */
	Mono<Wording> wording(Journey journey, Caching caching) {
		Similarity similarity = caching.similarity();
		CompletionRequest request = journey.request();
		if (similarity == null || !request.cacheUse().shared() || request.endpoint() != Endpoint.CHAT_COMPLETIONS
				|| !similarity.teams().contains(request.caller().team())) {
			return Mono.empty();
		}
		Optional<SingleTurn> question = SingleTurn.of(request.body().bytes(), this.properties.maxQuestion());
		return Mono.justOrEmpty(question).flatMap((turn) -> measured(turn, journey, similarity.embeddings()));
	}

	private Mono<Wording> measured(SingleTurn question, Journey journey, String model) {
		String frame = this.keys
			.of(journey.plan().catalogueVersion(), journey.request().caller(), Endpoint.CHAT_COMPLETIONS,
					question.frame())
			.id();
		return this.measure.of(question, journey.request(), model)
			.timeout(this.properties.measureTimeout())
			.mapNotNull((vector) -> Wording.of(frame, vector))
			.onErrorResume((cause) -> Mono.empty());
	}

	/**
	 * Find the answer of a question that is near enough.
	 * @param wording where the question lies
	 * @param caching how answers of its model are given again
	 * @return the key of the answer, or {@code null} if there is none
	 */
	@Nullable CacheKey find(Wording wording, Caching caching) {
		Similarity similarity = caching.similarity();
		return (similarity != null) ? this.wordings.nearest(wording, similarity.threshold()) : null;
	}

	/**
	 * The answer of a question is kept.
	 */
	void learn(Wording wording, CacheKey key, Duration ttl) {
		this.wordings.learn(wording, key, ttl);
	}

}
