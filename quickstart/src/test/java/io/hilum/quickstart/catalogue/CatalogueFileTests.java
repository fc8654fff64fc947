package io.hilum.quickstart.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.hilum.quickstart.machine.NotReadyException;
import io.hilum.quickstart.machine.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link CatalogueFile}.
 */
class CatalogueFileTests {

	@TempDir
	Path home;

	@Test
	void oursHasTheSandboxAndTheFourRoles() throws IOException {
		Path file = CatalogueFile.of(Settings.from(Map.of("HILUM_HOME", this.home.toString())));
		assertThat(Files.readString(file)).contains("name: sandbox", "Clinician:", "Billing:", "Developer:", "Admin:");
	}

	@Test
	void theUsersOwnIsTakenAsItIs() throws IOException {
		Path own = Files.writeString(this.home.resolve("own.yaml"), "model_list: []");
		Settings settings = Settings
			.from(Map.of("HILUM_HOME", this.home.toString(), "HILUM_CATALOGUE", own.toString()));
		assertThat(CatalogueFile.of(settings)).isEqualTo(own).hasContent("model_list: []");
	}

	@Test
	void namesTheFileThatIsNotThere() {
		assertThatExceptionOfType(NotReadyException.class)
			.isThrownBy(() -> CatalogueFile.of(Settings.from(Map.of("HILUM_CATALOGUE", "/none/such.yaml"))))
			.withMessage("HILUM_CATALOGUE names /none/such.yaml, which cannot be read");
	}

}
