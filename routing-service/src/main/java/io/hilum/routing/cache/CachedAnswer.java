package io.hilum.routing.cache;

import io.hilum.routing.tokens.TokenCounts;

/**
 * A whole answer as its client got it: a document, or the events of a stream.
 *
 * @param deployment the id of the deployment that gave it
 * @param model what the provider said answered
 * @param tokens what the provider counted
 * @param body the bytes, never changed
 */
public record CachedAnswer(String deployment, String model, TokenCounts tokens, byte[] body) {

	@Override
	public String toString() {
		return "CachedAnswer[deployment=" + this.deployment + ", bytes=" + this.body.length + "]";
	}

}
