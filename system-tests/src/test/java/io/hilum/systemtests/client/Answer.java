package io.hilum.systemtests.client;

import java.net.http.HttpHeaders;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the gateway answered.
 */
public record Answer(int status, HttpHeaders headers, String body) {

	private static final JsonMapper JSON = new JsonMapper();

	public JsonNode json() {
		return JSON.readTree(this.body);
	}

	/**
	 * A header, or nothing at all as an empty text.
	 */
	public String header(String name) {
		return this.headers.firstValue(name).orElse("");
	}

	/**
	 * The code of an error in OpenAI's form.
	 */
	public String errorCode() {
		return json().path("error").path("code").asString("");
	}

	/**
	 * The text of a chat completion.
	 */
	public String content() {
		return json().path("choices").path(0).path("message").path("content").asString("");
	}

}
