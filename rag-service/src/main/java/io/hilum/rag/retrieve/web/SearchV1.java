package io.hilum.rag.retrieve.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A request for passages.
 */
record SearchV1(@Nullable List<@Nullable String> collections, @Nullable String query, @Nullable Integer limit) {

	@Override
	public String toString() {
		return "SearchV1[REDACTED]";
	}

}
