package io.hilum.quickstart.machine;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link MachineCheck}.
 */
class MachineCheckTests {

	private static final DataSize NOTHING = DataSize.ofBytes(0);

	@TempDir
	Path home;

	@Test
	void passesAMachineWithEverythingFree() {
		assertThatNoException().isThrownBy(() -> new MachineCheck((port) -> false, NOTHING).run(settings(Map.of())));
	}

	@Test
	void namesEveryTakenPortAndItsVariable() {
		assertThatExceptionOfType(NotReadyException.class)
			.isThrownBy(() -> new MachineCheck(Set.of(8080, 8180)::contains, NOTHING).run(settings(Map.of())))
			.withMessage("""
					Port 8080 (gateway-service) is taken: free it, or choose another with HILUM_GATEWAY_PORT
					Port 8180 (keycloak) is taken: free it, or choose another with HILUM_KEYCLOAK_PORT""");
	}

	@Test
	void namesAFullDisk() {
		assertThatExceptionOfType(NotReadyException.class)
			.isThrownBy(() -> new MachineCheck((port) -> false, DataSize.ofTerabytes(1024)).run(settings(Map.of())))
			.withMessageStartingWith("The disk of " + this.home + " is full: ");
	}

	@Test
	void namesAPortThatIsGivenTwice() {
		assertThatExceptionOfType(NotReadyException.class)
			.isThrownBy(
					() -> new MachineCheck((port) -> false, NOTHING).run(settings(Map.of("HILUM_RAG_PORT", "8080"))))
			.withMessage("Port 8080 is given twice: HILUM_GATEWAY_PORT and HILUM_RAG_PORT");
	}

	private Settings settings(Map<String, String> more) {
		Map<String, String> environment = new HashMap<>(more);
		environment.put("HILUM_HOME", this.home.toString());
		return Settings.from(environment);
	}

}
