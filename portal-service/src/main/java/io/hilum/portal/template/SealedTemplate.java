package io.hilum.portal.template;

import java.time.Instant;
import java.util.UUID;

/**
 * A template of a person or a team in one of its versions, as it is stored.
 *
 * @param id its id
 * @param holder whose it is
 * @param author the subject that made it
 * @param version which version
 * @param content what it says, sealed
 * @param createdAt when this version was made
 */
public record SealedTemplate(UUID id, UUID holder, String author, int version, byte[] content, Instant createdAt) {

	@Override
	public String toString() {
		return "SealedTemplate[" + this.id + "]";
	}

}
