package io.hilum.gateway.chat.request;

import tools.jackson.core.JsonToken;

/**
 * Where an API has its texts in a request. Immutable.
 */
public interface RequestForm {

	/**
	 * Take a field at the top of a request.
	 * @param name its name
	 * @param token the token of its value, at which the parser stands
	 * @param walk the walk over the request
	 */
	void field(String name, JsonToken token, RequestWalk walk);

	/**
	 * Whether a provider keeps state between requests unless told otherwise.
	 * @return {@code true} if it does
	 */
	default boolean keepsState() {
		return false;
	}

	/**
	 * Who says passages of collections to the model.
	 * @return a role
	 */
	default String passagesRole() {
		return "system";
	}

}
