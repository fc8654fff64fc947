package io.hilum.systemtests.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the Dockerfile takes from the sources is there, and is let into the build; and the
 * JVM that it starts fits into any container.
 */
class ImageSourcesTests {

	private static final String HEAP = ".*?(-XX:InitialRAMPercentage=[1-6]\\d )?-XX:MaxRAMPercentage=[1-7]\\d\\b.*";

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

	@Test
	void heapsArePartsOfTheirContainers() throws IOException {
		String dockerfile = Files.readString(ROOT.resolve("Dockerfile"));
		assertThat(dockerfile).contains("-XX:MetaspaceSize=").doesNotContain("-Xms", "-Xmx", "-Xmn");
		for (String file : List.of("Dockerfile", "compose.yaml", "k8s/rag-service.yaml",
				"k8s/phi-scrubber-service.yaml", "helm/hilum/templates/rag-service/_environment.tpl",
				"helm/hilum/templates/phi-scrubber-service/_environment.tpl")) {
			assertThat(heaps(Files.readString(ROOT.resolve(file)))).as(file)
				.isNotEmpty()
				.allSatisfy((heap) -> assertThat(heap).matches(HEAP));
		}
	}

	private static List<String> heaps(String file) {
		return file.lines().filter((line) -> line.contains("RAMPercentage")).toList();
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
