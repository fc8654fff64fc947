package io.hilum.portal.holder;

import java.time.Instant;
import java.util.UUID;

import io.hilum.trust.seal.WrappedKey;

/**
 * A holder as it is stored.
 *
 * @param id the id, under which everything of it is sealed
 * @param kind who it is
 * @param name the subject or the team
 * @param key its key, wrapped by whoever keeps keys
 * @param indexKey the key of its index, sealed under its key
 * @param createdAt since when it is known
 */
public record SealedHolder(UUID id, HolderKind kind, String name, WrappedKey key, byte[] indexKey, Instant createdAt) {

	@Override
	public String toString() {
		return "SealedHolder[" + this.id + "]";
	}

}
