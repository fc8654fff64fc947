package io.hilum.portal.deletion;

import java.time.Instant;
import java.util.UUID;

import io.hilum.portal.page.Cursor;

/**
 * The receipt of a conversation that is gone.
 *
 * @param conversation the conversation
 * @param messages how many messages it had
 * @param keyFingerprint SHA-256 of its key as it was sealed, in hex
 * @param reason why it went
 * @param deletedAt when
 * @param auditEvent the event in the audit that says so
 */
public record Deletion(UUID conversation, int messages, String keyFingerprint, DeletionReason reason, Instant deletedAt,
		UUID auditEvent) {

	/**
	 * Where it stands among the receipts.
	 * @return the place in the list
	 */
	public Cursor cursor() {
		return new Cursor(this.deletedAt, this.auditEvent);
	}

}
