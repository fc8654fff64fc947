package io.hilum.portal.conversation;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A share as it is stored.
 *
 * @param id by which the team asks for it
 * @param team the team
 * @param leaf the last message that may be read
 * @param sharedBy the name of the person who shares, sealed
 * @param sharedAt since when
 */
public record SealedShare(UUID id, String team, @Nullable UUID leaf, byte @Nullable [] sharedBy, Instant sharedAt) {

	@Override
	public String toString() {
		return "SealedShare[" + this.id + "]";
	}

}
