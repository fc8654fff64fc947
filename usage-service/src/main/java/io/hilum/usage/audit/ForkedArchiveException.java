package io.hilum.usage.audit;

/**
 * The archive holds other evidence than the store: one of them was altered, or the store
 * was restored from a backup. Nothing is overwritten.
 */
public class ForkedArchiveException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an exception.
	 * @param name the part that differs
	 */
	public ForkedArchiveException(String name) {
		super("the archive holds another " + name);
	}

}
