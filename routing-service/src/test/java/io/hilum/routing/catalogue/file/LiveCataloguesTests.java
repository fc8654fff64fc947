package io.hilum.routing.catalogue.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import io.hilum.catalogue.CatalogueSourceAutoConfiguration;
import io.hilum.routing.catalogue.Catalogues;
import io.hilum.routing.catalogue.ServedTypes;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LiveCatalogues} and {@link CatalogueConfiguration}.
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

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(CatalogueSourceAutoConfiguration.class))
		.withUserConfiguration(CatalogueConfiguration.class)
		.withBean(MeterRegistry.class, () -> this.meters)
		.withBean(Clock.class, Clock::systemUTC)
		.withBean(ServedTypes.class, ServedTypes::all);

	@Test
	void changedFileComesIntoForceByItself() throws IOException {
		Path file = Files.writeString(this.directory.resolve("c.yaml"), ONE);
		this.runner.withPropertyValues("hilum.catalogue.file=" + file, "hilum.catalogue.watch-interval=10ms")
			.run((context) -> {
				Catalogues catalogues = context.getBean(Catalogues.class);
				assertThat(catalogues.current().models()).containsOnlyKeys("one");
				Files.writeString(file, named("two"));
				await(() -> catalogues.current().models().containsKey("two"));
			});
	}

	@Test
	void hasTheOneThatIsBuiltInWhereNoFileIsNamed() {
		this.runner.run((context) -> assertThat(context.getBean(Catalogues.class).current().models()).isNotEmpty());
	}

	@Test
	void refusesAnInvalidOneAndKeepsTheOldOne() {
		LiveCatalogues catalogues = open();
		String version = catalogues.current().version();
		catalogues.take(bytes(ONE.replace("free: true, ", "")));
		assertThat(catalogues.current().version()).isEqualTo(version);
		assertThat(catalogues.standing().refused()).isNotNull()
			.satisfies((refused) -> assertThat(refused.faults()).singleElement().asString().startsWith("line 2"));
		assertThat(this.meters.get("hilum.catalogue.refused").gauge().value()).isOne();
		assertThat(this.meters.get("hilum.catalogue.changes").tag("outcome", "refused").counter().count()).isOne();
		catalogues.take(bytes(named("three")));
		assertThat(catalogues.current().models()).containsOnlyKeys("three");
		assertThat(catalogues.standing().refused()).isNull();
		assertThat(this.meters.get("hilum.catalogue.refused").gauge().value()).isZero();
	}

	@Test
	void saysWhatIsInForceAndWhyTheNewestIsNot() {
		LiveCatalogues catalogues = open();
		catalogues.take(bytes(ONE.replace("phi: block", "phi: maybe")));
		Info.Builder info = new Info.Builder();
		new CatalogueInfo(catalogues).contribute(info);
		assertThat(info.build().toString()).contains(catalogues.current().version(), "line 3: 'phi' must be");
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
		long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime()).as("time is over").isLessThan(deadline);
			LockSupport.parkNanos(1_000_000);
		}
	}

}
