package io.hilum.quickstart.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SecretsFile}.
 */
class SecretsFileTests {

	@TempDir
	Path home;

	@Test
	void drawsOnceAndKeeps() {
		Secrets first = new SecretsFile(this.home).readOrDraw();
		assertThat(new SecretsFile(this.home).readOrDraw()).isEqualTo(first);
	}

	@Test
	void twoInstallationsHaveNothingInCommon() throws IOException {
		Secrets here = new SecretsFile(Files.createDirectory(this.home.resolve("here"))).readOrDraw();
		Secrets there = new SecretsFile(Files.createDirectory(this.home.resolve("there"))).readOrDraw();
		assertThat(here.contextMaster()).isNotEqualTo(there.contextMaster());
		assertThat(here.passwords().values()).doesNotContainAnyElementsOf(there.passwords().values());
		assertThat(here.keys().values()).doesNotContainAnyElementsOf(there.keys().values());
	}

	@Test
	void secretOfTheDirectoryNeedsNoEncodingInABasicLogin() throws IOException {
		for (int seed = 0; seed < 40; seed++) {
			Path fresh = Files.createDirectory(this.home.resolve("seed" + seed));
			assertThat(new SecretsFile(fresh, new Random(seed)).readOrDraw().directorySecret())
				.matches("[A-Za-z0-9_=-]{40,}");
		}
	}

	@Test
	void isReadByItsOwnerOnly() throws IOException {
		new SecretsFile(this.home).readOrDraw();
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(this.home.resolve("secrets.json"))))
			.isEqualTo("rw-------");
	}

	@Test
	void hasMastersOf32BytesAndAKeyAndAPasswordForEachRole() {
		Secrets secrets = new SecretsFile(this.home, new Random(7)).readOrDraw();
		assertThat(Base64.getDecoder().decode(secrets.contextMaster())).hasSize(32);
		assertThat(Base64.getDecoder().decode(secrets.pseudonymMaster())).hasSize(32);
		assertThat(Base64.getDecoder().decode(secrets.ragMaster())).hasSize(32);
		assertThat(secrets.passwords()).containsOnlyKeys("Clinician", "Billing", "Developer", "Admin");
		assertThat(secrets.keys()).containsOnlyKeys("Clinician", "Billing", "Developer", "Admin");
		assertThat(secrets.keys().values()).allSatisfy((key) -> {
			assertThat(key.text()).matches("hlm_[a-z0-9]{10}_[A-Za-z0-9_-]{43}");
			assertThat(key.sha256()).matches("[0-9a-f]{64}");
		});
	}

	@Test
	void printsNoSecret() {
		Secrets secrets = new SecretsFile(this.home).readOrDraw();
		assertThat(secrets).hasToString("Secrets[REDACTED]");
		assertThat(secrets.keys().values())
			.allSatisfy((key) -> assertThat(key.toString()).doesNotContain(key.secret()));
	}

}
