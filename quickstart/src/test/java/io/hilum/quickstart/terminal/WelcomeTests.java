package io.hilum.quickstart.terminal;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

import io.hilum.quickstart.machine.Settings;
import io.hilum.quickstart.secret.Secrets;
import io.hilum.quickstart.secret.SecretsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Welcome}.
 */
class WelcomeTests {

	@TempDir
	Path home;

	@Test
	void hasEverybodysPasswordAndCommandsForThisInstallation() {
		Secrets secrets = new SecretsFile(this.home).readOrDraw();
		Settings settings = Settings.from(Map.of("HILUM_HOME", this.home.toString(), "HILUM_GATEWAY_PORT", "18080"));
		String text = new Welcome(settings, secrets, URI.create("http://localhost:8180/token")).text();
		assertThat(text).contains(secrets.passwords().values());
		assertThat(text).contains("Open http://localhost:18080/portal/ ",
				"curl -N http://localhost:18080/v1/chat/completions", "curl -s http://localhost:8180/token",
				this.home.toString());
		assertThat(text.replace("%F", "")).doesNotContain("%");
	}

}
