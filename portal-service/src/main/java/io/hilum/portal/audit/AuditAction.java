package io.hilum.portal.audit;

import java.util.Locale;

/**
 * What is recorded here, beside the calls that the gateway records.
 */
public enum AuditAction {

	/**
	 * A person deleted a conversation; its key is destroyed.
	 */
	CONVERSATION_DELETED,

	/**
	 * Retention deleted a conversation; its key is destroyed.
	 */
	CONVERSATION_EXPIRED,

	/**
	 * A conversation was exported.
	 */
	CONVERSATION_EXPORTED,

	/**
	 * A team may read a conversation.
	 */
	SHARE_GRANTED,

	/**
	 * A team may read a conversation no longer.
	 */
	SHARE_REVOKED,

	/**
	 * Somebody read what another one shares.
	 */
	SHARE_READ,

	/**
	 * A template of a team was made, changed or deleted.
	 */
	TEMPLATE_CHANGED,

	/**
	 * A legal hold was placed.
	 */
	HOLD_PLACED,

	/**
	 * A legal hold was lifted.
	 */
	HOLD_LIFTED,

	/**
	 * The legal holds were read.
	 */
	HOLD_READ,

	/**
	 * Feedback was counted.
	 */
	FEEDBACK_READ;

	/**
	 * The action as it is written in the event.
	 * @return such as {@code conversation.deleted}
	 */
	public String wire() {
		return name().toLowerCase(Locale.ROOT).replace('_', '.');
	}

}
