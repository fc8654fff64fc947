package io.hilum.rag.collection;

import java.time.Instant;
import java.util.UUID;

import io.hilum.rag.seal.Place;
import io.hilum.trust.seal.AesGcm;
import io.hilum.trust.seal.DataKeys;
import io.hilum.trust.seal.WrappedKey;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A set of documents under one access list and one data key.
 *
 * @param id the identifier, under which everything of it is sealed
 * @param name the name by which clients ask for it
 * @param description what it is for, or {@code null}
 * @param access who may read and fill it
 * @param wrappedKey the wrapped data key
 * @param createdAt when it was made
 * @param createdBy the subject who made it
 */
public record DocumentCollection(UUID id, CollectionName name, @Nullable String description, AccessList access,
		WrappedKey wrappedKey, Instant createdAt, String createdBy) {

	/**
	 * How long a description may be.
	 */
	public static final int MAX_DESCRIPTION = 1000;

	public DocumentCollection {
		if (description != null && description.length() > MAX_DESCRIPTION) {
			throw new IllegalArgumentException(
					"a description may have " + MAX_DESCRIPTION + " characters, has " + description.length());
		}
	}

	/**
	 * The key with which everything of this collection is sealed.
	 * @param keys what opens it
	 * @return the key
	 */
	public Mono<AesGcm> key(DataKeys keys) {
		return keys.open(this.wrappedKey, Place.ofKey(this.id));
	}

	/**
	 * Whether the collection is somebody's alone.
	 * @param subject the subject
	 * @return {@code true} if it is personal and this is whose it is
	 */
	boolean isPersonalOf(String subject) {
		return this.name.isPersonal() && this.createdBy.equals(subject);
	}

	DocumentCollection with(@Nullable String newDescription, AccessList newAccess) {
		return new DocumentCollection(this.id, this.name, newDescription, newAccess, this.wrappedKey, this.createdAt,
				this.createdBy);
	}

}
