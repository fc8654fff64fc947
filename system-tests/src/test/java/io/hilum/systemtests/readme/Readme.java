package io.hilum.systemtests.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The commands of a Markdown page: the lines of its {@code sh} and {@code console}
 * blocks. In a {@code console} block commands begin with {@code $} and the rest is their
 * output. A block can be left out by the line {@code <!-- not run by the tests: WHY -->}
 * before it.
 */
final class Readme {

	private Readme() {
	}

	static List<String> blocks(Path page) {
		try {
			return blocks(Files.readString(page));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * One script per block.
	 */
	static List<String> blocks(String page) {
		List<String> blocks = new ArrayList<>();
		StringBuilder block = new StringBuilder();
		String language = "";
		String before = "";
		for (String line : page.lines().toList()) {
			if (line.startsWith("```")) {
				if (!block.isEmpty()) {
					blocks.add(block.toString());
				}
				block.setLength(0);
				language = (language.isEmpty() && !before.startsWith("<!-- not run")) ? line.substring(3).strip() : "";
			}
			else if (language.equals("sh")) {
				block.append(line).append('\n');
			}
			else if (language.equals("console") && line.startsWith("$ ")) {
				block.append(line.substring(2)).append('\n');
			}
			before = line.isBlank() ? before : line;
		}
		return blocks;
	}

	/**
	 * The targets of {@code make} that a script calls.
	 */
	static List<String> makeTargets(String block) {
		return block.lines()
			.map((line) -> line.replaceFirst("\\s#.*", "").strip())
			.filter((line) -> line.matches("make( \\S+)*"))
			.flatMap((line) -> List.of(line.split(" ")).stream().skip(1))
			.filter((word) -> !word.contains("="))
			.toList();
	}

	/**
	 * What is left of a script without its calls of {@code make}.
	 */
	static String withoutMake(String block) {
		StringBuilder rest = new StringBuilder();
		block.lines()
			.filter((line) -> !line.strip().matches("make( .*)?") && !line.isBlank())
			.forEach((line) -> rest.append(line).append('\n'));
		return rest.toString();
	}

}
