package io.hilum.quickstart.part;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import io.hilum.parts.keycloak.KeycloakDistribution;
import io.hilum.quickstart.machine.NotReadyException;
import io.hilum.quickstart.machine.Settings;

/**
 * Finds the archive of Keycloak. The build puts it on the class path, where Java passes
 * over it; HILUM_KEYCLOAK_ARCHIVE names another.
 */
final class KeycloakArchive {

	private static final String VARIABLE = "HILUM_KEYCLOAK_ARCHIVE";

	private KeycloakArchive() {
	}

	static KeycloakDistribution find(Settings settings) {
		return settings.path(VARIABLE)
			.or(KeycloakArchive::onClassPath)
			.filter(Files::isReadable)
			.map(KeycloakDistribution::new)
			.orElseThrow(() -> new NotReadyException(
					"There is no archive of Keycloak on the class path: build again, or set " + VARIABLE));
	}

	private static Optional<Path> onClassPath() {
		return Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator))
			.filter((entry) -> entry.contains("keycloak-quarkus-dist") && entry.endsWith(".tar.gz"))
			.findFirst()
			.map(Path::of);
	}

}
