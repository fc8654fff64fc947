package io.hilum.gateway.models;

/**
 * What is asked of a response that a provider keeps.
 *
 * @param action what is to be done with it
 * @param provider who keeps it
 * @param response how the provider calls it
 * @param query the query as it stands in the address, empty if there is none
 */
public record KeptCall(Action action, String provider, String response, String query) {

	/**
	 * Where it is asked, at routing-service.
	 * @return the path with its query
	 */
	public String path() {
		String path = Endpoint.RESPONSES.path() + "/" + this.response + this.action.suffix();
		return this.query.isEmpty() ? path : path + "?" + this.query;
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
		 * Delete it.
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

		/**
		 * What follows on the id in a path.
		 * @return the end of the path
		 */
		public String suffix() {
			return this.suffix;
		}

	}

}
