package io.hilum.gateway.knowledge.http;

import java.util.List;

/**
 * The request of {@code search}.
 */
record SearchRequestV1(List<String> collections, String query, int limit) {

	@Override
	public String toString() {
		return "SearchRequestV1[collections=" + this.collections + "]";
	}

}
