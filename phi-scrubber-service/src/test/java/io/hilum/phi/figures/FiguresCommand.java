package io.hilum.phi.figures;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.hilum.phi.classify.onnx.FolderClassifier;
import io.hilum.phi.detect.own.OwnLists;
import io.hilum.phi.scrub.Examiner;

/**
 * Prints the figures of labelled sets as tables in Markdown:
 * {@code FiguresCommand [--leaks] SET.jsonl...}, with the classifier of
 * {@code HILUM_PHI_CLASSIFIER_DIRECTORY} if there is one.
 */
final class FiguresCommand {

	private FiguresCommand() {
	}

	public static void main(String[] args) {
		Examiner examiner = Examiner.withAllDetectors(Clock.systemUTC(), () -> OwnLists.NONE,
				FolderClassifier.ofEnvironment());
		boolean leaks = List.of(args).contains("--leaks");
		TreeMap<String, Figures> sets = new TreeMap<>();
		for (String file : Arrays.stream(args).filter((arg) -> !arg.startsWith("--")).toList()) {
			Path path = Path.of(file);
			Figures figures = Scorer.score(examiner, LabelledPrompt.read(path));
			sets.put(String.valueOf(path.getFileName()).replace(".jsonl", ""), figures);
			if (leaks) {
				figures.leaks().forEach((leak) -> System.out.println("leak " + leak.replace('\n', ' ')));
			}
		}
		System.out.print(table(sets));
	}

	static String table(TreeMap<String, Figures> sets) {
		StringBuilder out = new StringBuilder();
		out.append(
				"| set | prompts | cover % | names % | structured % | wrong letters per 1,000 | prompts without leak % ")
			.append("| prompts without PHI touched % |\n|---|---|---|---|---|---|---|---|\n");
		sets.forEach((name,
				set) -> out.append(String.format(Locale.ROOT, "| %s | %d | %.2f | %.2f | %.2f | %.1f | %.2f | %.2f |%n",
						name, set.prompts(), set.cover(), set.names(), set.structured(), set.wrongPerThousand(),
						set.clean().percent(), set.negative().percent())));
		sets.forEach((name, set) -> out.append(types(name, set)));
		return out.toString();
	}

	private static String types(String name, Figures set) {
		return set.types()
			.entrySet()
			.stream()
			.map((type) -> String.format(Locale.ROOT, "%s %.2f of %d", type.getKey(), type.getValue().percent(),
					type.getValue().all()))
			.collect(Collectors.joining(", ", "\n" + name + " by type: ", "\n"))
				+ set.traps()
					.entrySet()
					.stream()
					.map((trap) -> String.format(Locale.ROOT, "%s %.2f of %d", trap.getKey(), trap.getValue().percent(),
							trap.getValue().all()))
					.collect(Collectors.joining(", ", name + " traps touched: ", "\n"));
	}

}
