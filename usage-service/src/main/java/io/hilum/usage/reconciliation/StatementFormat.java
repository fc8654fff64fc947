package io.hilum.usage.reconciliation;

/**
 * A kind of file in which a provider says what was used.
 */
public interface StatementFormat {

	/**
	 * The name by which it is asked for.
	 * @return such as {@code openai-usage}
	 */
	String id();

	/**
	 * Read a file.
	 * @param content its bytes
	 * @return what it says
	 * @throws IllegalArgumentException if it is no such file; the message says what was
	 * expected and quotes nothing of it
	 */
	Statement read(byte[] content);

}
