package io.hilum.usage.inbox;

/**
 * A record that is no event of its topic's contract.
 */
public class UnreadableEventException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an exception.
	 * @param reason what is wrong, without any content of the event
	 */
	public UnreadableEventException(String reason) {
		super(reason);
	}

}
