package io.hilum.gateway.chat.answer;

/**
 * How a streamed answer ended.
 */
public enum StreamOutcome {

	/**
	 * It is not over.
	 */
	OPEN,

	/**
	 * With its end mark.
	 */
	COMPLETE,

	/**
	 * With an error of the provider or of routing-service.
	 */
	FAILED,

	/**
	 * Without any mark, or with what is no chunk.
	 */
	BROKEN

}
