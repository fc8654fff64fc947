package io.hilum.dialects;

/**
 * The translation of one call. Not thread-safe.
 */
public interface Translation {

	/**
	 * The body for the provider.
	 * @return one JSON object in UTF-8
	 */
	byte[] request();

	/**
	 * Translate a whole answer.
	 * @param body what the provider answered with success
	 * @return one JSON document in the client's dialect
	 * @throws BrokenAnswerException if it is not the provider's dialect
	 */
	byte[] answer(byte[] body);

	/**
	 * Translate a refusal.
	 * @param status the HTTP status
	 * @param body what the provider said, maybe cut, maybe not JSON
	 * @return an error in OpenAI's form,
	 * {@code {"error":{"message","type","param","code"}}}, whatever the client's dialect
	 */
	byte[] error(int status, byte[] body);

}
