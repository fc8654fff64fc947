package io.hilum.portal.folder;

import java.time.Instant;
import java.util.UUID;

import io.hilum.trust.text.PhiText;

/**
 * A folder of conversations.
 *
 * @param id its id
 * @param name what it is called
 * @param createdAt when it was made
 */
public record Folder(UUID id, PhiText name, Instant createdAt) {

}
