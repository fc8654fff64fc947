package io.hilum.rag.collection;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.hilum.trust.seal.WrappedKey;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Collections in memory.
 */
public final class InMemoryCollectionStore implements CollectionStore {

	/**
	 * As a database sorts them, to which an id is no number with a sign.
	 */
	private static final Comparator<DocumentCollection> OLDEST_FIRST = Comparator
		.comparing(DocumentCollection::createdAt)
		.thenComparing((collection) -> collection.id().toString());

	private final Map<UUID, DocumentCollection> collections = new ConcurrentHashMap<>();

	@Override
	public Flux<DocumentCollection> find(Collection<CollectionName> names) {
		return all().filter((collection) -> names.contains(collection.name()));
	}

	@Override
	public Mono<DocumentCollection> find(UUID id) {
		return Mono.justOrEmpty(this.collections.get(id));
	}

	@Override
	public Flux<DocumentCollection> all() {
		return Flux.fromStream(() -> this.collections.values()
			.stream()
			.sorted(Comparator.comparing((collection) -> collection.name().value())));
	}

	@Override
	public Flux<DocumentCollection> common() {
		return all().filter((collection) -> !collection.name().isPersonal());
	}

	@Override
	public Mono<Long> countPersonal(String subject) {
		return all().filter((collection) -> collection.isPersonalOf(subject)).count();
	}

	@Override
	public Flux<DocumentCollection> unusedPersonal(Instant since, @Nullable DocumentCollection after, int limit) {
		return all().filter((collection) -> collection.name().isPersonal() && collection.createdAt().isBefore(since))
			.sort(OLDEST_FIRST)
			.filter((collection) -> after == null || OLDEST_FIRST.compare(collection, after) > 0)
			.take(limit);
	}

	@Override
	public Mono<Boolean> lockUnused(UUID id, Instant since) {
		return find(id).hasElement();
	}

	@Override
	public Mono<Boolean> insert(DocumentCollection collection) {
		return find(java.util.List.of(collection.name())).hasElements().map((exists) -> {
			if (!exists) {
				this.collections.put(collection.id(), collection);
			}
			return !exists;
		});
	}

	@Override
	public Mono<Boolean> update(DocumentCollection collection) {
		return Mono.fromSupplier(() -> this.collections.replace(collection.id(), collection) != null);
	}

	@Override
	public Mono<Boolean> rewrap(DocumentCollection collection, WrappedKey wrappedKey) {
		return Mono.fromSupplier(() -> {
			DocumentCollection known = this.collections.get(collection.id());
			return known != null && known.wrappedKey().equals(collection.wrappedKey())
					&& this.collections.replace(known.id(), known, new DocumentCollection(known.id(), known.name(),
							known.description(), known.access(), wrappedKey, known.createdAt(), known.createdBy()));
		});
	}

	@Override
	public Mono<Boolean> delete(UUID id) {
		return Mono.fromSupplier(() -> this.collections.remove(id) != null);
	}

}
