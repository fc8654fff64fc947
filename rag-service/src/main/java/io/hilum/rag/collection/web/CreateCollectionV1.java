package io.hilum.rag.collection.web;

import org.jspecify.annotations.Nullable;

/**
 * A request for a new collection.
 */
record CreateCollectionV1(@Nullable String name, @Nullable String description, @Nullable AccessV1 access) {
}
