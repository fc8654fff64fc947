package io.hilum.portal.conversation.web;

import io.hilum.portal.page.Page;
import io.hilum.portal.wire.Expect;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;

/**
 * A request to search.
 */
record SearchV1(@Nullable String q, @Nullable Integer limit, @Nullable String cursor) {

	private static final int MAX_QUERY = 200;

	PhiText query() {
		return PhiText.of(Expect.text(this.q, "q", MAX_QUERY));
	}

	int pageSize() {
		return Page.limit((this.limit != null) ? this.limit : Integer.parseInt(Page.DEFAULT_LIMIT));
	}

	@Override
	public String toString() {
		return "SearchV1[REDACTED]";
	}

}
