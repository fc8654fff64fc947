package io.hilum.phi.scrub.web;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ScrubProperties}, {@link PseudonymProperties} and
 * {@link ContextProperties}.
 */
class ScrubPropertiesTests {

	@Test
	void hasDefaults() {
		ScrubProperties properties = bind(Map.of());
		assertThat(properties)
			.isEqualTo(new ScrubProperties(Runtime.getRuntime().availableProcessors(), 2048, DataSize.ofKilobytes(4),
					DataSize.ofMegabytes(64), Duration.ofSeconds(3), 4000, 2_000_000, DataSize.ofMegabytes(8)));
	}

	@Test
	void mapsEveryKey() {
		ScrubProperties properties = bind(Map.of("hilum.scrub.threads", "3", "hilum.scrub.queue", "5",
				"hilum.scrub.inline", "2KB", "hilum.scrub.timeout", "7s", "hilum.scrub.max-texts", "11",
				"hilum.scrub.max-characters", "13", "hilum.scrub.max-body", "17KB", "hilum.scrub.max-pending", "19KB"));
		assertThat(properties).isEqualTo(new ScrubProperties(3, 5, DataSize.ofKilobytes(2), DataSize.ofKilobytes(19),
				Duration.ofSeconds(7), 11, 13, DataSize.ofKilobytes(17)));
	}

	@Test
	void refusesBoundsThatAreNone() {
		assertThatIllegalArgumentException().isThrownBy(() -> new ScrubProperties(1, 0, DataSize.ofBytes(0),
				DataSize.ofBytes(1), Duration.ofSeconds(1), 1, 1, DataSize.ofBytes(1)));
		assertThatIllegalArgumentException().isThrownBy(() -> new ScrubProperties(1, 1, DataSize.ofBytes(0),
				DataSize.ofBytes(1), Duration.ofSeconds(1), 1, 1, DataSize.ofBytes(2)));
	}

	@Test
	void refusesToStartWithoutSecrets() {
		assertThatIllegalArgumentException().isThrownBy(() -> new PseudonymProperties(""))
			.withMessageContaining("HILUM_PSEUDONYM_MASTER");
		assertThatIllegalArgumentException().isThrownBy(() -> new PseudonymProperties("c2hvcnQ="))
			.withMessageContaining("at least 32 bytes");
		assertThatIllegalArgumentException().isThrownBy(() -> new PseudonymProperties("no base 64!"))
			.withMessageContaining("not Base64")
			.withMessageNotContaining("no base 64!");
		assertThatIllegalArgumentException().isThrownBy(() -> new ContextProperties(Map.of("gateway-service", "")))
			.withMessageContaining("hilum.context.accept.gateway-service is empty");
		assertThatIllegalArgumentException().isThrownBy(() -> new ContextProperties(Map.of()));
	}

	@Test
	void printsNoSecret() {
		assertThat(new PseudonymProperties(ScrubWebFixtures.KEY).toString()).doesNotContain("AAA");
		assertThat(new ContextProperties(Map.of("gateway-service", ScrubWebFixtures.KEY)).toString())
			.doesNotContain("AAA");
	}

	private static ScrubProperties bind(Map<String, String> values) {
		return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("hilum.scrub",
				Bindable.of(ScrubProperties.class));
	}

}
