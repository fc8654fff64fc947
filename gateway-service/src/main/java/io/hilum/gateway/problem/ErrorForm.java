package io.hilum.gateway.problem;

/**
 * The form of an error, by the API that a client speaks.
 */
public enum ErrorForm {

	/**
	 * OpenAI's, which every path has that is not another API's.
	 */
	OPENAI {

		@Override
		public byte[] body(int status, byte[] error, String requestId) {
			return error;
		}

	},

	/**
	 * Anthropic's.
	 */
	ANTHROPIC {

		@Override
		public byte[] body(int status, byte[] error, String requestId) {
			return AnthropicError.of(status, error, requestId);
		}

	};

	private static final String MESSAGES = "/v1/messages";

	/**
	 * The form that a client expects.
	 * @param path the path that it called
	 * @return the form
	 */
	public static ErrorForm of(String path) {
		return (path.equals(MESSAGES) || path.startsWith(MESSAGES + "/")) ? ANTHROPIC : OPENAI;
	}

	/**
	 * Tell an error in this form.
	 * @param status the HTTP status
	 * @param error the error in OpenAI's form
	 * @param requestId the id of the request
	 * @return the error for the client
	 */
	public abstract byte[] body(int status, byte[] error, String requestId);

}
