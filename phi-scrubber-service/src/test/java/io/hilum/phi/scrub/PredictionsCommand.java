package io.hilum.phi.scrub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import io.hilum.phi.detect.Span;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what the examiner finds in a file of labelled texts, for a scorer outside:
 * {@code PredictionsCommand GOLD.jsonl PREDICTIONS.jsonl}. A line of gold has {@code id}
 * and {@code text}; offsets of the predictions are UTF-16 units.
 */
final class PredictionsCommand {

	private PredictionsCommand() {
	}

	public static void main(String[] args) throws IOException {
		JsonMapper json = JsonMapper.shared();
		Examiner examiner = Examiner.withAllDetectors(Clock.systemUTC());
		StringBuilder out = new StringBuilder();
		long nanos = 0;
		long characters = 0;
		for (String line : Files.readAllLines(Path.of(args[0]))) {
			JsonNode gold = json.readTree(line);
			String text = gold.get("text").asString();
			long start = System.nanoTime();
			List<Span> spans = examiner.examine(List.of(text)).getFirst();
			nanos += System.nanoTime() - start;
			characters += text.length();
			List<Map<String, Object>> found = spans.stream()
				.map((span) -> Map.<String, Object>of("start", span.start(), "end", span.end(), "type",
						span.type().name(), "detector", span.detector()))
				.toList();
			out.append(json.writeValueAsString(Map.of("id", gold.get("id").asString(), "utf16", true, "spans", found)))
				.append('\n');
		}
		Files.writeString(Path.of(args[1]), out);
		System.out.printf("%d characters, %.3f ms per 1,000%n", characters, nanos / 1e3 / characters);
	}

}
