package io.hilum.gateway.chat;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/**
 * Reads a request from its bytes, once, and without binding it to types: fields that
 * nobody here knows pass byte for byte. Thread-safe.
 */
final class ChatRequestReader {

	private final StrictJson json;

	private final ArgumentsReader arguments;

	private final int maxTexts;

	ChatRequestReader(ChatProperties properties) {
		this.json = new StrictJson(properties);
		this.arguments = new ArgumentsReader(this.json);
		this.maxTexts = properties.maxTexts();
	}

	/**
	 * Read a request.
	 * @param asked what is asked for, and of which model if the path says so
	 * @param body the bytes
	 * @return the request
	 * @throws io.hilum.gateway.problem.ProblemException if it is not one
	 */
	ChatRequest read(Asked asked, byte[] body) {
		try (JsonParser parser = this.json.parse(body)) {
			return new RequestWalk(asked, body, parser, this.arguments, this.maxTexts).walk();
		}
		catch (JacksonException ex) {
			throw StrictJson.invalid("one object, with each key once and within the limits of this gateway");
		}
	}

}
