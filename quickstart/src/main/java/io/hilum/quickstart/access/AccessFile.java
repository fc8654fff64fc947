package io.hilum.quickstart.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import io.hilum.quickstart.machine.Port;
import io.hilum.quickstart.machine.Settings;
import io.hilum.quickstart.secret.Person;
import io.hilum.quickstart.secret.PrivateFile;
import io.hilum.quickstart.secret.Secrets;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code access.json}: there while the quick start is ready, for scripts and tests.
 */
public final class AccessFile {

	/**
	 * The public client that people sign in with.
	 */
	public static final String CLIENT = "hilum-portal";

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private final Path file;

	public AccessFile(Path home) {
		this.file = home.resolve("access.json");
	}

	/**
	 * Say that everything is ready, and how to reach it.
	 * @param settings where everything listens
	 * @param secrets how to be let in
	 * @param tokenEndpoint where people get their tokens
	 */
	public void write(Settings settings, Secrets secrets, URI tokenEndpoint) {
		Map<String, Object> people = new LinkedHashMap<>();
		Map<String, String> keys = new LinkedHashMap<>();
		for (Person person : Person.ALL) {
			people.put(person.role(), Map.of("username", person.username(), "password", secrets.passwordOf(person)));
		}
		secrets.keys().forEach((role, key) -> keys.put(role, key.text()));
		Map<String, Object> access = new LinkedHashMap<>();
		access.put("gateway", settings.url(Port.GATEWAY));
		access.put("services", services(settings));
		if (settings.hasOwnRecords()) {
			access.put("records", settings.url(Port.FHIR) + "/fhir");
		}
		access.put("token", Map.of("endpoint", tokenEndpoint.toString(), "client", CLIENT));
		access.put("people", people);
		access.put("keys", keys);
		PrivateFile.write(this.file, JSON.writeValueAsString(access));
	}

	/**
	 * Say that it is not ready, or not any more.
	 */
	public void delete() {
		try {
			Files.deleteIfExists(this.file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot delete " + this.file, ex);
		}
	}

	private static Map<String, String> services(Settings settings) {
		Map<String, String> services = new LinkedHashMap<>();
		for (Port port : Port.values()) {
			if (port.owner().endsWith("-service")) {
				services.put(port.owner(), settings.url(port));
			}
		}
		return services;
	}

}
