package io.hilum.rag.document;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

import io.hilum.rag.seal.Place;
import io.hilum.trust.seal.AesGcm;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a document besides its text. The title may name a patient and is
 * sealed.
 *
 * @param id the identifier
 * @param collection the collection that it is in
 * @param sealedTitle its title, sealed for {@link Place#title}; not copied
 * @param format how it was sent
 * @param bytes how large it was
 * @param status how far it is
 * @param reason why it failed, as {@link FailureReason#wire()}, or {@code null}
 * @param passages how many passages it has once it is ready
 * @param createdAt when it was uploaded
 * @param updatedAt when its status changed last
 */
public record Document(UUID id, UUID collection, byte[] sealedTitle, DocumentFormat format, long bytes,
		DocumentStatus status, @Nullable String reason, int passages, Instant createdAt, Instant updatedAt) {

	/**
	 * A document that waits for a worker.
	 * @param id the identifier
	 * @param collection the collection
	 * @param sealedTitle the sealed title
	 * @param format how it was sent
	 * @param bytes how large it is
	 * @param now the time
	 * @return the document
	 */
	public static Document queued(UUID id, UUID collection, byte[] sealedTitle, DocumentFormat format, long bytes,
			Instant now) {
		return new Document(id, collection, sealedTitle, format, bytes, DocumentStatus.QUEUED, null, 0, now, now);
	}

	/**
	 * Open the title.
	 * @param key the key of the collection
	 * @return the title
	 */
	public PhiText title(AesGcm key) {
		byte[] title = key.open(this.sealedTitle, Place.title(this.collection, this.id).bytes());
		return PhiText.of(new String(title, StandardCharsets.UTF_8));
	}

}
