package io.hilum.routing.provider.sandbox;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * What the sandbox reads of a request.
 *
 * @param messages how many messages there are
 * @param words how many words they have
 * @param lastUserText the text of the last message of a user
 */
record SandboxConversation(int messages, int words, String lastUserText) {

	static SandboxConversation of(JsonNode request) {
		int messages = 0;
		int words = 0;
		String lastUserText = "";
		for (JsonNode message : request.path("messages")) {
			String text = textOf(message.path("content"));
			messages++;
			words += wordsOf(text).size();
			lastUserText = "user".equals(message.path("role").asString("")) ? text : lastUserText;
		}
		return new SandboxConversation(messages, words, lastUserText);
	}

	private static String textOf(JsonNode content) {
		if (content.isString()) {
			return content.asString();
		}
		List<String> parts = new ArrayList<>();
		for (JsonNode part : content) {
			if (part.path("text").isString()) {
				parts.add(part.path("text").asString());
			}
		}
		return String.join("\n", parts);
	}

	/**
	 * The words of a text, each with the white space before it, so that they give the
	 * text again.
	 * @param text the text
	 * @return its words
	 */
	static List<String> wordsOf(String text) {
		List<String> words = new ArrayList<>();
		int start = 0;
		for (int at = 1; at < text.length(); at++) {
			if (Character.isWhitespace(text.charAt(at)) && !Character.isWhitespace(text.charAt(at - 1))) {
				words.add(text.substring(start, at));
				start = at;
			}
		}
		if (start < text.length()) {
			words.add(text.substring(start));
		}
		return words;
	}

}
