package io.hilum.dialects.chat;

import java.util.Arrays;
import java.util.Set;

import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.UntranslatableException;
import io.hilum.dialects.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What chat requests that were asked for in another dialect have in common.
 */
public final class ChatRequests {

	/** Who cannot do what is refused, for messages to the client. */
	public static final String PROVIDER = "The provider of this model";

	private ChatRequests() {
	}

	/**
	 * Read a client's body.
	 * @param request the request
	 * @return its body
	 */
	public static ObjectNode body(TranslationRequest request) {
		try {
			if (Json.mapper().readTree(request.body()) instanceof ObjectNode object) {
				return object;
			}
		}
		catch (JacksonException ex) {
			throw new UntranslatableException("", "The body is not JSON");
		}
		throw new UntranslatableException("", "The body is not a JSON object");
	}

	/**
	 * Begin a chat request.
	 * @param request what is asked
	 * @return a body with model and stream; the usage of a stream is always asked for
	 */
	public static ObjectNode begin(TranslationRequest request) {
		ObjectNode chat = Json.object().put("model", request.model());
		if (request.stream()) {
			chat.put("stream", true).putObject("stream_options").put("include_usage", true);
		}
		return chat;
	}

	/**
	 * Set a field of a request to what a client says elsewhere.
	 * @param value what it says; if it says nothing, nothing is set
	 * @param target the object with the field
	 * @param name the name of the field
	 */
	public static void copy(JsonNode value, ObjectNode target, String name) {
		if (!value.isMissingNode() && !value.isNull()) {
			target.set(name, value);
		}
	}

	/**
	 * Pass on the fields that both dialects call the same, and those that neither knows.
	 * @param body the client's body
	 * @param chat the chat request
	 * @param own the fields that are said in another way
	 * @param refused the fields that were refused unless they say nothing
	 */
	public static void copyOthers(ObjectNode body, ObjectNode chat, Set<String> own, Set<String> refused) {
		for (String name : body.propertyNames()) {
			if (!own.contains(name) && !refused.contains(name)) {
				chat.set(name, body.path(name));
			}
		}
	}

	/**
	 * A name for an answer whose provider gave it none.
	 * @param request the request
	 * @return the name, the same for the same request
	 */
	public static String fallbackId(TranslationRequest request) {
		return Long.toHexString(request.createdSeconds()) + Integer.toHexString(Arrays.hashCode(request.body()));
	}

}
