package io.hilum.routing.cache;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A question that may get the answer of one that is worded in another way: a chat of one
 * turn, without tools, without anything that looks like a pseudonym.
 *
 * @param text the question
 * @param frame all else that the request says, and every word of the question but those
 * of courtesy; two questions are compared only if this is the same, so that an answer
 * about one dose, drug or side of the body is never given for another
 */
public record SingleTurn(String text, byte[] frame) {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Pattern PSEUDONYM = Pattern.compile("\\[[A-Z_]+_[A-Z0-9]+\\]");

	private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s?!,;:()\"“”…]+");

	/**
	 * Words that carry no fact. Those that ask (when, where), deny (not, without), direct
	 * (from, to) or oblige (must) are none of them.
	 */
	private static final Set<String> COURTESY = Set.of("a", "an", "the", "please", "kindly", "hi", "hello", "hey",
			"thanks", "thank", "you", "me", "i", "we", "us", "our", "my", "your", "is", "are", "do", "does", "can",
			"could", "would", "will", "tell", "give", "know", "like", "want", "just", "there");

	/**
	 * Read a chat.
	 * @param body the body of the request
	 * @param longest the longest question that is looked at, in characters
	 * @return the question, if it is one that may be compared
	 */
	public static Optional<SingleTurn> of(byte[] body, int longest) {
		if (PSEUDONYM.matcher(new String(body, StandardCharsets.UTF_8)).find()) {
			return Optional.empty();
		}
		try {
			return (JSON.readTree(body) instanceof ObjectNode chat) ? read(chat, longest) : Optional.empty();
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	private static Optional<SingleTurn> read(ObjectNode chat, int longest) {
		JsonNode question = question(chat.path("messages"));
		String text = question.path("content").asString("");
		boolean tools = isThere(chat.path("tools")) || isThere(chat.path("functions"));
		if (!(question instanceof ObjectNode message) || tools || text.isBlank() || text.length() > longest) {
			return Optional.empty();
		}
		ArrayNode words = message.putArray("content");
		words(text).forEach(words::add);
		return Optional.of(new SingleTurn(text, JSON.writeValueAsBytes(chat)));
	}

	/**
	 * The only message of a user, behind instructions alone.
	 */
	private static JsonNode question(JsonNode messages) {
		JsonNode question = JSON.missingNode();
		for (JsonNode message : messages) {
			boolean instruction = Set.of("system", "developer").contains(message.path("role").asString(""));
			boolean user = "user".equals(message.path("role").asString(""));
			if (!question.isMissingNode() || !message.path("content").isString() || !(instruction || user)) {
				return JSON.missingNode();
			}
			question = user ? message : question;
		}
		return question;
	}

	private static boolean isThere(JsonNode list) {
		return !list.isMissingNode() && !list.isNull() && !list.isEmpty();
	}

	/**
	 * The words that carry a fact, in order. Signs within them stay: 2.5, 5%, mg/dl,
	 * &lt;7.
	 */
	static List<String> words(String text) {
		return Arrays.stream(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT).replace('’', '\'')))
			.map((word) -> word.endsWith(".") ? word.substring(0, word.length() - 1) : word)
			.filter((word) -> !word.isEmpty() && !COURTESY.contains(word))
			.toList();
	}

	@Override
	public String toString() {
		return "SingleTurn[characters=" + this.text.length() + "]";
	}

}
