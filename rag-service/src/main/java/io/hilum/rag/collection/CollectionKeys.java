package io.hilum.rag.collection;

import io.hilum.rag.seal.Place;
import io.hilum.trust.seal.spring.RenewableKey;
import io.hilum.trust.seal.spring.RenewableKeys;
import reactor.core.publisher.Flux;

import org.springframework.stereotype.Component;

/**
 * The keys of collections, as they are wrapped anew.
 */
@Component
final class CollectionKeys implements RenewableKeys {

	private final CollectionStore collections;

	CollectionKeys(CollectionStore collections) {
		this.collections = collections;
	}

	@Override
	public String owners() {
		return "collections";
	}

	@Override
	public Flux<RenewableKey> all() {
		return this.collections.all().map(this::key);
	}

	private RenewableKey key(DocumentCollection collection) {
		return new RenewableKey("collection " + collection.id(), collection.wrappedKey(), Place.ofKey(collection.id()),
				(anew) -> this.collections.rewrap(collection, anew));
	}

}
