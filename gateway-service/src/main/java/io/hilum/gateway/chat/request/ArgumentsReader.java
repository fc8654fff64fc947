package io.hilum.gateway.chat.request;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.hilum.gateway.chat.wire.MemberName;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Finds the strings and numbers in the arguments of a tool call, which are JSON within a
 * string.
 */
final class ArgumentsReader {

	private final StrictJson json;

	ArgumentsReader(StrictJson json) {
		this.json = json;
	}

	/**
	 * Find values, and keys that are not written as names of fields.
	 * @param arguments the arguments
	 * @return the values with offsets in the UTF-8 of the arguments, or nothing if the
	 * arguments are no JSON
	 */
	Optional<List<ArgumentValue>> read(String arguments) {
		List<ArgumentValue> values = new ArrayList<>();
		byte[] bytes = arguments.getBytes(StandardCharsets.UTF_8);
		try (JsonParser parser = this.json.parseUtf8(bytes)) {
			for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
				if (token == JsonToken.VALUE_STRING || token.isNumeric()) {
					values.add(value(parser));
				}
				else if (token == JsonToken.PROPERTY_NAME && !MemberName.isField(parser.currentName())) {
					values.add(key(parser, bytes));
				}
			}
			return Optional.of(values);
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	private static ArgumentValue key(JsonParser parser, byte[] arguments) {
		int start = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
		String name = StrictJson.requireUnicode(parser.currentName());
		return ArgumentValue.of(start, MemberName.end(arguments, start), "", name);
	}

	private static ArgumentValue value(JsonParser parser) {
		String value = StrictJson.requireUnicode(parser.getString());
		int start = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
		int end = (parser.currentToken() == JsonToken.VALUE_STRING)
				? Math.toIntExact(parser.currentLocation().getByteOffset()) : start + value.length();
		return ArgumentValue.of(start, end, key(parser), value);
	}

	private static String key(JsonParser parser) {
		var context = parser.streamReadContext();
		while (context != null && context.inArray()) {
			context = context.getParent();
		}
		String name = (context != null) ? context.currentName() : null;
		return (name != null) ? name : "";
	}

}
