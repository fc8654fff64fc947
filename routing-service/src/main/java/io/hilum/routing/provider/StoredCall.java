package io.hilum.routing.provider;

import java.util.Arrays;

/**
 * What is asked of a response that a provider keeps, in OpenAI's dialect of responses.
 *
 * @param action what is to be done with it
 * @param response how the provider calls it; letters, digits, hyphens and underscores
 * @param query the query as it stands in the address, empty if there is none
 */
public record StoredCall(Action action, String response, String query) {

	/**
	 * Where it is asked, below the root of an API.
	 * @return the path, without a slash at its begin
	 */
	public String path() {
		return "responses/" + this.response + this.action.suffix;
	}

	/**
	 * Whether it is read as the stream of events that it was.
	 * @return {@code true} if the query says so
	 */
	public boolean streamed() {
		return Arrays.asList(this.query.split("&")).contains("stream=true");
	}

	/**
	 * What can be done with a response.
	 */
	public enum Action {

		/**
		 * Read it.
		 */
		READ("GET", ""),

		/**
		 * Forget it.
		 */
		DELETE("DELETE", ""),

		/**
		 * End one that is made in the background.
		 */
		CANCEL("POST", "/cancel"),

		/**
		 * Read what it was made from.
		 */
		ITEMS("GET", "/input_items");

		private final String method;

		private final String suffix;

		Action(String method, String suffix) {
			this.method = method;
			this.suffix = suffix;
		}

		/**
		 * The method of HTTP.
		 * @return the name of the method
		 */
		public String method() {
			return this.method;
		}

	}

}
