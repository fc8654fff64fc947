package io.hilum.systemtests.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

import io.hilum.systemtests.corpus.LabelledPrompt.Span;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads prompts from JSON lines of {@code {"id", "style", "text", "spans": [{"start",
 * "end", "type"}]}}. Another file than the built-in one is named by
 * {@code -Dhilum.prompts=FILE}.
 */
public final class LabelledPrompts {

	private static final JsonMapper JSON = new JsonMapper();

	private LabelledPrompts() {
	}

	public static List<LabelledPrompt> chosen() {
		String file = System.getProperty("hilum.prompts", "");
		return file.isEmpty() ? builtIn() : of(Path.of(file));
	}

	public static List<LabelledPrompt> of(Path file) {
		try {
			return parse(Files.readString(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static List<LabelledPrompt> builtIn() {
		try (InputStream in = Objects
			.requireNonNull(LabelledPrompts.class.getResourceAsStream("/corpus/labelled-prompts.jsonl"))) {
			return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<LabelledPrompt> parse(String lines) {
		return lines.lines().filter((line) -> !line.isBlank()).map(LabelledPrompts::prompt).toList();
	}

	private static LabelledPrompt prompt(String line) {
		JsonNode json = JSON.readTree(line);
		List<Span> spans = StreamSupport.stream(json.path("spans").spliterator(), false)
			.map((span) -> new Span(span.path("start").intValue(), span.path("end").intValue(),
					span.path("type").stringValue(), span.path("optional").asBoolean(false)))
			.toList();
		return new LabelledPrompt(json.path("id").stringValue(), json.path("style").stringValue(),
				json.path("text").stringValue(), spans);
	}

}
