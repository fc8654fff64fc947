package io.hilum.routing.transform;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import io.hilum.routing.body.Endpoint;

/**
 * Changes the body of a request.
 */
public final class RequestTransformation {

	/**
	 * The limit of an answer has a name for each operation and age.
	 */
	private static final Set<String> LIMITS = Set.of("max_tokens", "max_completion_tokens", "max_output_tokens");

	private RequestTransformation() {
	}

	/**
	 * Change a body.
	 * @param body the body, which must be a valid object
	 * @param endpoint the operation
	 * @param transform what is changed
	 * @return the new body, or the same if nothing is changed
	 */
	public static byte[] apply(byte[] body, Endpoint endpoint, Transform transform) {
		if (!transform.changesRequests() || endpoint == Endpoint.COUNT_TOKENS) {
			return body;
		}
		JsonMembers members = JsonMembers.of(body);
		transform.remove().forEach(members::remove);
		transform.defaults().forEach((name, json) -> {
			if (!members.has(name)) {
				members.put(name, json);
			}
		});
		transform.caps().forEach((name, cap) -> cap(members, name, cap));
		if (transform.system() != null) {
			system(members, endpoint, transform.system());
		}
		return members.bytes();
	}

	private static void cap(JsonMembers members, String name, BigDecimal cap) {
		for (String one : LIMITS.contains(name) ? LIMITS : Set.of(name)) {
			byte[] value = members.value(one);
			if (value != null && (value[0] == '-' || (value[0] >= '0' && value[0] <= '9'))
					&& new BigDecimal(new String(value, StandardCharsets.US_ASCII)).compareTo(cap) > 0) {
				members.put(one, cap.toPlainString());
			}
		}
	}

	private static void system(JsonMembers members, Endpoint endpoint, String text) {
		switch (endpoint) {
			case CHAT_COMPLETIONS ->
				first(members, "messages", "{\"role\":\"system\",\"content\":" + JsonMembers.quote(text) + "}");
			case RESPONSES -> before(members, "instructions", text);
			case MESSAGES -> before(members, "system", text);
			case COMPLETIONS, EMBEDDINGS, COUNT_TOKENS -> {
			}
		}
	}

	private static void first(JsonMembers members, String name, String element) {
		byte[] list = members.value(name);
		if (list != null && list[0] == '[') {
			List<byte[]> elements = new ArrayList<>(JsonMembers.elements(list));
			elements.addFirst(JsonMembers.utf8(element));
			members.put(name, JsonMembers.array(elements));
		}
	}

	private static void before(JsonMembers members, String name, String text) {
		byte[] value = members.value(name);
		if (value == null) {
			members.put(name, JsonMembers.quote(text));
		}
		else if (value[0] == '"') {
			String begin = JsonMembers.quote(text + "\n\n");
			byte[] start = JsonMembers.utf8(begin.substring(0, begin.length() - 1));
			byte[] both = Arrays.copyOf(start, start.length + value.length - 1);
			System.arraycopy(value, 1, both, start.length, value.length - 1);
			members.put(name, both);
		}
		else {
			first(members, name, "{\"type\":\"text\",\"text\":" + JsonMembers.quote(text) + "}");
		}
	}

}
