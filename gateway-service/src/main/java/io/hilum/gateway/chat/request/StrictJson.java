package io.hilum.gateway.chat.request;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import io.hilum.gateway.problem.GatewayProblem;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Opens JSON only as RFC 8259 has it: UTF-8 without byte order mark, no key twice,
 * bounded in depth and in numbers. What two parsers could read differently is refused, so
 * that the scrubber and a provider never disagree on what was sent.
 */
final class StrictJson {

	private final JsonFactory strict;

	StrictJson(StreamReadConstraints bounds) {
		this.strict = JsonFactory.builder()
			.streamReadConstraints(bounds)
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.build();
	}

	/**
	 * Open a body that a client sent.
	 * @param body the bytes
	 * @return a parser before the first token
	 * @throws io.hilum.gateway.problem.ProblemException if the bytes are not UTF-8
	 */
	JsonParser parse(byte[] body) {
		requireUtf8(body);
		return parseUtf8(body);
	}

	/**
	 * Open JSON that is known to be UTF-8.
	 * @param json the bytes
	 * @return a parser before the first token
	 */
	JsonParser parseUtf8(byte[] json) {
		return this.strict.createParser(ObjectReadContext.empty(), json);
	}

	private static void requireUtf8(byte[] body) {
		boolean marked = body.length > 2 && (body[0] & 0xff) == 0xef;
		if (marked || (body.length > 1 && (body[0] == 0 || body[1] == 0))) {
			throw invalid("The body must be JSON in UTF-8 without a byte order mark");
		}
		try {
			StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
		}
		catch (CharacterCodingException ex) {
			throw invalid("The body must be JSON in UTF-8");
		}
	}

	/**
	 * Refuse a string with half of a surrogate pair, which has no form in UTF-8.
	 * @param value the string
	 * @return the same string
	 */
	static String requireUnicode(String value) {
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			if (!Character.isSurrogate(c)) {
				continue;
			}
			boolean pair = Character.isHighSurrogate(c) && i + 1 < value.length()
					&& Character.isLowSurrogate(value.charAt(i + 1));
			if (!pair) {
				throw invalid("A string of the body has half of a surrogate pair, which is no character");
			}
			i++;
		}
		return value;
	}

	static RuntimeException invalid(String message) {
		return new GatewayProblem.Invalid("invalid_json", message, null).asException();
	}

}
