package io.hilum.rag.embed;

/**
 * Vectors cannot be made now; a later try may work. It holds nothing of the texts.
 */
public final class EmbeddingUnavailableException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create the exception.
	 * @param reason why, without any text
	 */
	public EmbeddingUnavailableException(String reason) {
		super(reason, null, false, false);
	}

}
