package io.hilum.quickstart.access;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import io.hilum.quickstart.machine.Settings;
import io.hilum.quickstart.secret.Secrets;
import io.hilum.quickstart.secret.SecretsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AccessFile}.
 */
class AccessFileTests {

	@TempDir
	Path home;

	@Test
	void saysHowToReachEverything() {
		Secrets secrets = write();
		JsonNode access = new JsonMapper().readTree(this.home.resolve("access.json").toFile());
		assertThat(access.path("gateway").stringValue()).isEqualTo("http://localhost:18080");
		assertThat(access.path("services").propertyNames()).containsExactly("gateway-service", "routing-service",
				"phi-scrubber-service", "usage-service", "rag-service", "portal-service", "agent-service");
		assertThat(access.path("token").path("endpoint").stringValue()).isEqualTo("http://localhost:8180/token");
		assertThat(access.path("token").path("client").stringValue()).isEqualTo("hilum-portal");
		assertThat(access.path("people").path("Clinician").path("username").stringValue()).isEqualTo("amelia");
		assertThat(access.path("people").path("Clinician").path("password").stringValue())
			.isEqualTo(secrets.passwords().get("Clinician"));
		assertThat(access.path("keys").path("Admin").stringValue()).startsWith("hlm_");
	}

	@Test
	void isReadByItsOwnerOnly() throws IOException {
		write();
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(this.home.resolve("access.json"))))
			.isEqualTo("rw-------");
	}

	@Test
	void goesWhenNothingIsReadyAnyMore() {
		write();
		new AccessFile(this.home).delete();
		assertThat(this.home.resolve("access.json")).doesNotExist();
	}

	private Secrets write() {
		Secrets secrets = new SecretsFile(this.home).readOrDraw();
		Settings settings = Settings.from(Map.of("HILUM_HOME", this.home.toString(), "HILUM_GATEWAY_PORT", "18080"));
		new AccessFile(this.home).write(settings, secrets, URI.create("http://localhost:8180/token"));
		return secrets;
	}

}
