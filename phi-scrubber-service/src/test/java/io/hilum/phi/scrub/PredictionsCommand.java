package io.hilum.phi.scrub;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
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
 * {@code PredictionsCommand GOLD.jsonl PREDICTIONS.jsonl [ROUNDS]}. A line of gold has
 * {@code id} and {@code text}; offsets of the predictions are UTF-16 units.
 */
final class PredictionsCommand {

	private PredictionsCommand() {
	}

	/** CPU time of a thousand characters, over so many rounds of all texts. */
	private static void measure(Examiner examiner, List<String> lines, int rounds) {
		List<String> texts = lines.stream()
			.map((line) -> JsonMapper.shared().readTree(line).get("text").asString())
			.toList();
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		long characters = texts.stream().mapToLong(String::length).sum();
		for (int round = 0; round < rounds; round++) {
			long start = threads.getCurrentThreadCpuTime();
			texts.forEach((text) -> examiner.examine(List.of(text)));
			System.out.printf("%.3f ms per 1,000 characters%n",
					(threads.getCurrentThreadCpuTime() - start) / 1e3 / characters);
		}
	}

	public static void main(String[] args) throws IOException {
		JsonMapper json = JsonMapper.shared();
		Examiner examiner = Examiner.withAllDetectors(Clock.systemUTC());
		StringBuilder out = new StringBuilder();
		for (String line : Files.readAllLines(Path.of(args[0]))) {
			JsonNode gold = json.readTree(line);
			List<Span> spans = examiner.examine(List.of(gold.get("text").asString())).getFirst();
			List<Map<String, Object>> found = spans.stream()
				.map((span) -> Map.<String, Object>of("start", span.start(), "end", span.end(), "type",
						span.type().name(), "detector", span.detector()))
				.toList();
			out.append(json.writeValueAsString(Map.of("id", gold.get("id").asString(), "utf16", true, "spans", found)))
				.append('\n');
		}
		Files.writeString(Path.of(args[1]), out);
		if (args.length > 2) {
			measure(examiner, Files.readAllLines(Path.of(args[0])), Integer.parseInt(args[2]));
		}
	}

}
