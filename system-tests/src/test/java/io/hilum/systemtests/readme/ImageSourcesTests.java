package io.hilum.systemtests.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the Dockerfile takes from the sources is there, and is let into the build.
 */
class ImageSourcesTests {

	private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

	@Test
	void areThereAndLetIn() throws IOException {
		List<String> letIn = Files.readAllLines(ROOT.resolve(".dockerignore"));
		List<String> sources = sources();
		assertThat(sources).isNotEmpty();
		assertThat(sources).allSatisfy((source) -> {
			assertThat(ROOT.resolve(source)).isRegularFile();
			assertThat(letIn).contains("!" + source);
		});
	}

	// The jars of the services are made by the build.
	private static List<String> sources() throws IOException {
		return Files.readAllLines(ROOT.resolve("Dockerfile"))
			.stream()
			.filter((line) -> line.startsWith("COPY ") && !line.contains("--from=") && !line.contains("${SERVICE}"))
			.flatMap((line) -> {
				List<String> words = List.of(line.split("\\s+"));
				return words.subList(1, words.size() - 1).stream();
			})
			.toList();
	}

}
