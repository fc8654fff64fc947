package io.hilum.quickstart.machine;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Settings}.
 */
class SettingsTests {

	@Test
	void hasADefaultForEverything() {
		Settings settings = Settings.from(Map.of());
		assertThat(settings.home()).isEqualTo(Path.of(".hilum").toAbsolutePath());
		assertThat(settings.programs()).isEqualTo(settings.home().resolve("parts"));
		assertThat(settings.ports()).containsOnlyKeys(Port.values()).doesNotContainValue(0);
		assertThat(settings.url(Port.GATEWAY)).isEqualTo("http://localhost:8080");
	}

	@Test
	void defaultPortsAreAllDifferent() {
		assertThat(Settings.from(Map.of()).ports().values()).doesNotHaveDuplicates();
	}

	@Test
	void aVariableMovesAPort() {
		Settings settings = Settings.from(Map.of("HILUM_PHI_SCRUBBER_PORT", "18082", "HILUM_HOME", "/tmp/a/../b"));
		assertThat(settings.url(Port.PHI_SCRUBBER)).isEqualTo("http://localhost:18082");
		assertThat(settings.programs()).isEqualTo(Path.of("/tmp/b/parts"));
	}

	@Test
	void namesTheVariableThatIsNoPort() {
		assertThatExceptionOfType(NotReadyException.class)
			.isThrownBy(() -> Settings.from(Map.of("HILUM_KAFKA_PORT", "none")))
			.withMessage("HILUM_KAFKA_PORT must be a port from 1 to 65535, is none");
		assertThatExceptionOfType(NotReadyException.class)
			.isThrownBy(() -> Settings.from(Map.of("HILUM_KAFKA_PORT", "70000")));
	}

}
