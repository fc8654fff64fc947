package io.hilum.routing.catalogue.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;

import io.hilum.routing.catalogue.ServedTypes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.actuate.info.Info;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LiveCatalogues} and {@link FileWatch}.
 */
class LiveCataloguesTests {

	private static final String ONE = """
			providers: [{id: s, type: sandbox}]
			models: [{name: one, free: true, deployments: [{provider: s, model: s}]}]
			roles: {Admin: {models: ["*"], phi: block}}
			""";

	@TempDir
	Path directory;

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	@Test
	void changedFileComesIntoForceByItself() throws IOException {
		Path file = Files.writeString(this.directory.resolve("c.yaml"), ONE);
		LiveCatalogues catalogues = open();
		try (FileWatch watch = new FileWatch(file, Duration.ofMillis(10), catalogues)) {
			assertThat(watch).isNotNull();
			assertThat(catalogues.current().models()).containsOnlyKeys("one");
			Files.writeString(file, named("two"));
			await(() -> catalogues.current().models().containsKey("two"));
		}
	}

	@Test
	void refusesAnInvalidFileAndKeepsTheOldOne() throws IOException {
		Path file = Files.writeString(this.directory.resolve("c.yaml"), ONE);
		LiveCatalogues catalogues = open();
		try (FileWatch watch = new FileWatch(file, Duration.ofDays(1), catalogues)) {
			String version = catalogues.current().version();
			Files.writeString(file, ONE.replace("free: true, ", ""));
			watch.refresh();
			watch.refresh();
			assertThat(catalogues.current().version()).isEqualTo(version);
			assertThat(catalogues.standing().refused()).isNotNull()
				.satisfies((refused) -> assertThat(refused.faults()).singleElement().asString().startsWith("line 2"));
			assertThat(this.meters.get("hilum.catalogue.refused").gauge().value()).isOne();
			assertThat(this.meters.get("hilum.catalogue.changes").tag("outcome", "refused").counter().count()).isOne();
			Files.delete(file);
			watch.refresh();
			assertThat(catalogues.current().version()).isEqualTo(version);
			Files.writeString(file, named("three"));
			watch.refresh();
			assertThat(catalogues.current().models()).containsOnlyKeys("three");
			assertThat(catalogues.standing().refused()).isNull();
			assertThat(this.meters.get("hilum.catalogue.refused").gauge().value()).isZero();
		}
	}

	@Test
	void copyThatComesLateDoesNotUndoWhatIsFollowed() {
		LiveCatalogues catalogues = open();
		catalogues.follow(bytes(named("two")));
		catalogues.follow(bytes(named("three")));
		catalogues.copied(bytes(named("two")));
		assertThat(catalogues.current().models()).containsOnlyKeys("three");
	}

	@Test
	void saysWhatIsInForceAndWhyTheNewestIsNot() {
		LiveCatalogues catalogues = open();
		catalogues.follow(bytes(ONE.replace("phi: block", "phi: maybe")));
		Info.Builder info = new Info.Builder();
		new CatalogueInfo(catalogues).contribute(info);
		assertThat(info.build().toString()).contains(catalogues.current().version(), "line 3: 'phi' must be");
	}

	@Test
	void followsTheLinkOfAMountedConfigMap() throws IOException {
		Files.createDirectories(this.directory.resolve("..1"));
		Files.createDirectories(this.directory.resolve("..2"));
		Files.writeString(this.directory.resolve("..1/c.yaml"), ONE);
		Files.writeString(this.directory.resolve("..2/c.yaml"), named("two"));
		Path data = this.directory.resolve("..data");
		Files.createSymbolicLink(data, Path.of("..1"));
		Path file = Files.createSymbolicLink(this.directory.resolve("c.yaml"), Path.of("..data/c.yaml"));
		LiveCatalogues catalogues = open();
		try (FileWatch watch = new FileWatch(file, Duration.ofMillis(10), catalogues)) {
			assertThat(watch).isNotNull();
			Path next = Files.createSymbolicLink(this.directory.resolve("..tmp"), Path.of("..2"));
			Files.move(next, data, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			await(() -> catalogues.current().models().containsKey("two"));
		}
	}

	private LiveCatalogues open() {
		return new LiveCatalogues(bytes(ONE), new CatalogueReader((name) -> null, ServedTypes.all(), Clock.systemUTC()),
				Clock.systemUTC(), this.meters);
	}

	private static String named(String model) {
		return ONE.replace("name: one", "name: " + model);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static void await(BooleanSupplier condition) {
		long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime()).as("time is over").isLessThan(deadline);
			Thread.onSpinWait();
		}
	}

}
