package io.hilum.routing.cache;

import javax.crypto.SecretKey;

/**
 * Stands for one request of one kind of caller. Both halves follow from the request, and
 * neither tells anything of it or of the other.
 *
 * @param id where its answer is
 * @param seal what its answer is sealed with, 256 bits
 */
public record CacheKey(String id, SecretKey seal) {

	@Override
	public String toString() {
		return "CacheKey[" + this.id + "]";
	}

}
