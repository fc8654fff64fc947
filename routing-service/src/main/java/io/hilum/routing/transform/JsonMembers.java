package io.hilum.routing.transform;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.json.JsonFactory;

/**
 * The members of a JSON object as the bytes that they were written with. Members are put,
 * replaced and removed whole; those that are not keep every byte. Mutable and not
 * thread-safe.
 */
public final class JsonMembers {

	private static final JsonFactory FACTORY = new JsonFactory();

	private final Map<String, byte[]> values = new LinkedHashMap<>();

	private final Map<String, byte[]> names = new LinkedHashMap<>();

	private JsonMembers() {
	}

	/**
	 * Take an object apart.
	 * @param json the object, as UTF-8; it must be valid
	 * @return its members
	 */
	public static JsonMembers of(byte[] json) {
		JsonMembers members = new JsonMembers();
		try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
			parser.nextToken();
			while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
				int nameStart = start(parser);
				String name = parser.currentName();
				parser.nextToken();
				int valueStart = start(parser);
				int valueEnd = end(parser, valueStart);
				members.values.put(name, Arrays.copyOfRange(json, valueStart, valueEnd));
				members.names.put(name, Arrays.copyOfRange(json, nameStart, valueStart));
			}
		}
		return members;
	}

	static List<byte[]> elements(byte[] json) {
		List<byte[]> elements = new ArrayList<>();
		try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
			parser.nextToken();
			while (parser.nextToken() != JsonToken.END_ARRAY) {
				int start = start(parser);
				elements.add(Arrays.copyOfRange(json, start, end(parser, start)));
			}
		}
		return elements;
	}

	private static int start(JsonParser parser) {
		return (int) parser.currentTokenLocation().getByteOffset();
	}

	private static int end(JsonParser parser, int start) {
		parser.skipChildren();
		parser.finishToken();
		return switch (parser.currentToken()) {
			case VALUE_STRING, END_OBJECT, END_ARRAY -> (int) parser.currentLocation().getByteOffset();
			default -> start + parser.getStringLength();
		};
	}

	/**
	 * The value of a member.
	 * @param name its name
	 * @return its bytes, or {@code null} if there is none or it is null
	 */
	public byte @Nullable [] value(String name) {
		byte[] value = this.values.get(name);
		return (value == null || value[0] == 'n') ? null : value;
	}

	/**
	 * Whether there is a member, be it null.
	 * @param name its name
	 * @return {@code true} if there is
	 */
	public boolean has(String name) {
		return this.values.containsKey(name);
	}

	/**
	 * Put a member, or another value of it.
	 * @param name its name
	 * @param json its value
	 */
	public void put(String name, byte[] json) {
		this.values.put(name, json);
		this.names.putIfAbsent(name, utf8(quote(name) + ":"));
	}

	/**
	 * Put a member, or another value of it.
	 * @param name its name
	 * @param json its value
	 */
	public void put(String name, String json) {
		put(name, utf8(json));
	}

	/**
	 * Remove a member.
	 * @param name its name
	 * @return whether there was one
	 */
	public boolean remove(String name) {
		this.names.remove(name);
		return this.values.remove(name) != null;
	}

	/**
	 * The object.
	 * @return its bytes
	 */
	public byte[] bytes() {
		ByteArrayOutputStream target = new ByteArrayOutputStream();
		target.write('{');
		this.values.forEach((name, value) -> {
			if (target.size() > 1) {
				target.write(',');
			}
			target.writeBytes(this.names.getOrDefault(name, new byte[0]));
			target.writeBytes(value);
		});
		target.write('}');
		return target.toByteArray();
	}

	static byte[] array(List<byte[]> elements) {
		ByteArrayOutputStream target = new ByteArrayOutputStream();
		target.write('[');
		for (byte[] element : elements) {
			if (target.size() > 1) {
				target.write(',');
			}
			target.writeBytes(element);
		}
		target.write(']');
		return target.toByteArray();
	}

	/**
	 * A text as JSON.
	 * @param text the text
	 * @return the text in quotes
	 */
	public static String quote(String text) {
		return "\"" + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + "\"";
	}

	static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
