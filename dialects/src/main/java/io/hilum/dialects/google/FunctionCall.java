package io.hilum.dialects.google;

import org.jspecify.annotations.Nullable;

/**
 * A complete call of a function.
 *
 * @param id its id
 * @param name the function
 * @param arguments a JSON object as text
 * @param signature the signature of the thought that led to it, if there is one
 */
record FunctionCall(String id, String name, String arguments, @Nullable String signature) {

	@Override
	public String toString() {
		return "FunctionCall[id=" + this.id + "]";
	}

}
