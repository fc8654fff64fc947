package io.hilum.quickstart.machine;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment says.
 *
 * @param home where state is kept (HILUM_HOME, {@code .hilum})
 * @param programs where programs of the parts are unpacked (HILUM_PARTS, {@code parts} in
 * the home)
 * @param ports a port for each listener
 * @param environment all of it
 */
public record Settings(Path home, Path programs, Map<Port, Integer> ports, Map<String, String> environment) {

	/**
	 * Read the settings.
	 * @param environment variables and their values
	 * @return the settings, with defaults for what is not said
	 */
	public static Settings from(Map<String, String> environment) {
		Path home = Path.of(environment.getOrDefault("HILUM_HOME", ".hilum")).toAbsolutePath().normalize();
		Path programs = path(environment, "HILUM_PARTS").orElse(home.resolve("parts"));
		Map<Port, Integer> ports = new EnumMap<>(Port.class);
		for (Port port : Port.values()) {
			ports.put(port, port.in(environment));
		}
		return new Settings(home, programs, ports, environment);
	}

	/**
	 * The number of a port.
	 * @param port which one
	 * @return 1 to 65535
	 */
	public int port(Port port) {
		return this.ports.getOrDefault(port, 0);
	}

	/**
	 * Where a listener is reached by a browser or a script of this machine.
	 * @param port which one
	 * @return its root
	 */
	public String url(Port port) {
		return "http://localhost:" + port(port);
	}

	/**
	 * Whether the record system is ours: HILUM_FHIR_URL names another, and an empty one
	 * leaves it out.
	 * @return {@code true} if nothing is said
	 */
	public boolean hasOwnRecords() {
		return !this.environment.containsKey("HILUM_FHIR_URL");
	}

	/**
	 * A path in the environment.
	 * @param variable its name
	 * @return the absolute path, if the variable is set
	 */
	public Optional<Path> path(String variable) {
		return path(this.environment, variable);
	}

	private static Optional<Path> path(Map<String, String> environment, String variable) {
		return Optional.ofNullable(environment.get(variable))
			.filter((value) -> !value.isBlank())
			.map((value) -> Path.of(value).toAbsolutePath().normalize());
	}

}
