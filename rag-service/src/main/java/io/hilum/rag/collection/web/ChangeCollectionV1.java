package io.hilum.rag.collection.web;

import org.jspecify.annotations.Nullable;

/**
 * A request to change a collection; what is missing stays as it is.
 */
record ChangeCollectionV1(@Nullable String description, @Nullable AccessV1 access) {
}
