package io.hilum.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code docs/security-tests.md} names is there.
 */
class SecurityTestsPageTests {

	private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

	private static final Pattern NAMED = Pattern
		.compile("`([A-Z][A-Za-z0-9]+(?:Tests|IT|Contract))(?:#([a-z][A-Za-z0-9_]+))?`");

	@Test
	void namesTestsThatAreThere() throws IOException {
		Map<String, List<String>> sources = sources();
		String page = Files.readString(ROOT.resolve("docs/security-tests.md"));
		List<String[]> named = NAMED.matcher(page)
			.results()
			.map((found) -> new String[] { found.group(1), found.group(2) })
			.toList();
		assertThat(named).hasSizeGreaterThan(40);
		for (String[] test : named) {
			assertThat(sources).as(test[0]).containsKey(test[0]);
			if (test[1] != null) {
				assertThat(sources.get(test[0])).as("%s#%s", test[0], test[1])
					.anyMatch((source) -> source.contains("void " + test[1] + "("));
			}
		}
	}

	private static Map<String, List<String>> sources() throws IOException {
		try (Stream<Path> modules = Files.list(ROOT)) {
			List<Path> folders = modules.map((module) -> module.resolve("src/test/java"))
				.filter(Files::isDirectory)
				.toList();
			return folders.stream()
				.flatMap(SecurityTestsPageTests::walk)
				.filter((file) -> file.toString().endsWith(".java"))
				.collect(Collectors.groupingBy((file) -> file.getFileName().toString().replace(".java", ""),
						Collectors.mapping(SecurityTestsPageTests::read, Collectors.toList())));
		}
	}

	private static Stream<Path> walk(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.toList().stream();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
