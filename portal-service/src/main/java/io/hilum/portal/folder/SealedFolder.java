package io.hilum.portal.folder;

import java.time.Instant;
import java.util.UUID;

/**
 * A folder as it is stored.
 *
 * @param id its id
 * @param name what it is called, sealed
 * @param createdAt when it was made
 */
public record SealedFolder(UUID id, byte[] name, Instant createdAt) {

	@Override
	public String toString() {
		return "SealedFolder[" + this.id + "]";
	}

}
