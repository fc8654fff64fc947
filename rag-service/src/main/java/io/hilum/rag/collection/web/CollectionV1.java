package io.hilum.rag.collection.web;

import java.time.Instant;

import io.hilum.rag.collection.DocumentCollection;
import org.jspecify.annotations.Nullable;

/**
 * A collection as clients see it.
 */
record CollectionV1(String name, @Nullable String description, AccessV1 access, Instant createdAt) {

	static CollectionV1 of(DocumentCollection collection) {
		return new CollectionV1(collection.name().value(), collection.description(), AccessV1.of(collection.access()),
				collection.createdAt());
	}

}
