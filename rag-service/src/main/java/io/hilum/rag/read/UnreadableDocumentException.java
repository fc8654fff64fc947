package io.hilum.rag.read;

import io.hilum.rag.document.FailureReason;

/**
 * A document that cannot be read. It names the reason and nothing of the document.
 */
public final class UnreadableDocumentException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final FailureReason reason;

	/**
	 * Create the exception.
	 * @param reason why
	 */
	public UnreadableDocumentException(FailureReason reason) {
		super("document is not readable: " + reason.wire(), null, false, false);
		this.reason = reason;
	}

	/**
	 * Why it cannot be read.
	 * @return the reason
	 */
	public FailureReason reason() {
		return this.reason;
	}

}
