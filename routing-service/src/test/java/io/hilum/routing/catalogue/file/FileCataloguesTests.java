package io.hilum.routing.catalogue.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.function.BooleanSupplier;

import io.hilum.routing.catalogue.ServedTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FileCatalogues}.
 */
class FileCataloguesTests {

	private static final String ONE = """
			providers: [{id: s, type: sandbox}]
			models: [{name: one, free: true, deployments: [{provider: s, model: s}]}]
			roles: {Admin: {models: ["*"], phi: block}}
			""";

	@TempDir
	Path directory;

	@Test
	void changedFileComesIntoForceByItself() throws IOException {
		Path file = Files.writeString(this.directory.resolve("c.yaml"), ONE);
		try (FileCatalogues catalogues = open(file)) {
			assertThat(catalogues.current().models()).containsOnlyKeys("one");
			Files.writeString(file, ONE.replace("name: one", "name: two"));
			await(() -> catalogues.current().models().containsKey("two"));
		}
	}

	@Test
	void refusesAnInvalidFileAndKeepsTheOldOne() throws IOException {
		Path file = Files.writeString(this.directory.resolve("c.yaml"), ONE);
		try (FileCatalogues catalogues = open(file)) {
			String version = catalogues.current().version();
			Files.writeString(file, ONE.replace("free: true, ", ""));
			catalogues.refresh();
			assertThat(catalogues.current().version()).isEqualTo(version);
			Files.delete(file);
			catalogues.refresh();
			assertThat(catalogues.current().version()).isEqualTo(version);
			Files.writeString(file, ONE.replace("name: one", "name: three"));
			catalogues.refresh();
			assertThat(catalogues.current().models()).containsOnlyKeys("three");
		}
	}

	@Test
	void followsTheLinkOfAMountedConfigMap() throws IOException {
		Files.createDirectories(this.directory.resolve("..1"));
		Files.createDirectories(this.directory.resolve("..2"));
		Files.writeString(this.directory.resolve("..1/c.yaml"), ONE);
		Files.writeString(this.directory.resolve("..2/c.yaml"), ONE.replace("name: one", "name: two"));
		Path data = this.directory.resolve("..data");
		Files.createSymbolicLink(data, Path.of("..1"));
		Path file = Files.createSymbolicLink(this.directory.resolve("c.yaml"), Path.of("..data/c.yaml"));
		try (FileCatalogues catalogues = open(file)) {
			assertThat(catalogues.current().models()).containsOnlyKeys("one");
			Path next = Files.createSymbolicLink(this.directory.resolve("..tmp"), Path.of("..2"));
			Files.move(next, data, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			await(() -> catalogues.current().models().containsKey("two"));
		}
	}

	private static FileCatalogues open(Path file) throws IOException {
		return new FileCatalogues(file, Duration.ofMillis(10), new CatalogueReader((name) -> null, ServedTypes.all()));
	}

	private static void await(BooleanSupplier condition) {
		long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime()).as("time is over").isLessThan(deadline);
			Thread.onSpinWait();
		}
	}

}
