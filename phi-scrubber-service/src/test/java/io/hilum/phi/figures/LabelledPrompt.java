package io.hilum.phi.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A prompt of a labelled set. All places are counted in code points.
 *
 * @param id its name within the set
 * @param text the prompt
 * @param marks its identifiers
 * @param traps what looks like an identifier and is none
 */
record LabelledPrompt(String id, String text, List<Mark> marks, List<Trap> traps) {

	/**
	 * An identifier.
	 *
	 * @param start the first code point
	 * @param end the code point after the last
	 * @param type one of the names of {@link io.hilum.phi.detect.EntityType}
	 * @param optional whether it counts neither way
	 */
	record Mark(int start, int end, String type, boolean optional) {
	}

	/**
	 * A stretch that has to stay.
	 *
	 * @param start the first code point
	 * @param end the code point after the last
	 * @param kind what it is, such as {@code drug}
	 */
	record Trap(int start, int end, String kind) {
	}

	/** Read a set: one object of JSON a line. */
	static List<LabelledPrompt> read(Path file) {
		try {
			return Files.readAllLines(file)
				.stream()
				.filter((line) -> !line.isBlank())
				.map((line) -> of(JsonMapper.shared().readTree(line)))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("the set cannot be read: " + file, ex);
		}
	}

	private static LabelledPrompt of(JsonNode json) {
		List<Mark> marks = json.path("spans")
			.valueStream()
			.map((span) -> new Mark(span.get("start").asInt(), span.get("end").asInt(), span.get("type").asString(),
					span.path("optional").asBoolean(false)))
			.toList();
		List<Trap> traps = json.path("traps")
			.valueStream()
			.map((trap) -> new Trap(trap.get("start").asInt(), trap.get("end").asInt(), trap.get("kind").asString()))
			.toList();
		return new LabelledPrompt(json.get("id").asString(), json.get("text").asString(), marks, traps);
	}

}
