package io.hilum.rag.document;

import java.time.Duration;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A store in which nothing ever changes.
 */
public final class NoDocuments implements DocumentStore {

	@Override
	public Mono<Document> find(UUID collection, UUID id) {
		return Mono.empty();
	}

	@Override
	public Flux<Document> list(UUID collection, @Nullable UUID after, int limit) {
		return Flux.empty();
	}

	@Override
	public Mono<Long> count(UUID collection) {
		return Mono.just(0L);
	}

	@Override
	public Mono<Boolean> delete(UUID collection, UUID id) {
		return Mono.just(false);
	}

	@Override
	public Mono<Boolean> reopen(UUID document, String model) {
		return Mono.just(false);
	}

	@Override
	public Mono<Long> horizon() {
		return Mono.just(1L);
	}

	@Override
	public Flux<DocumentChange> changes(long horizon) {
		return Flux.empty();
	}

	@Override
	public Mono<Long> purge(Duration age) {
		return Mono.just(0L);
	}

}
