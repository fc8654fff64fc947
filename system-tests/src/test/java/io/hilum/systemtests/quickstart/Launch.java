package io.hilum.systemtests.quickstart;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The command and the variables of {@code quickstart/run.sh}, without its build.
 */
final class Launch {

	private static final Path TARGET = Path.of(System.getProperty("hilum.root"), "quickstart", "target");

	private static final List<String> PORTS = List.of("HILUM_GATEWAY_PORT", "HILUM_ROUTING_PORT",
			"HILUM_PHI_SCRUBBER_PORT", "HILUM_USAGE_PORT", "HILUM_RAG_PORT", "HILUM_POSTGRES_PORT", "HILUM_KAFKA_PORT",
			"HILUM_KAFKA_CONTROLLER_PORT", "HILUM_REDIS_PORT", "HILUM_KEYCLOAK_PORT");

	/** Unpacked once for every run of any test on this machine. */
	private static final Path PROGRAMS = Path.of(System.getProperty("java.io.tmpdir"),
			"hilum-parts-" + System.getProperty("user.name"));

	private Launch() {
	}

	/**
	 * Runs a main class on the class path of the quick start.
	 */
	static List<String> command(String mainClass, String... arguments) {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
						"-Xms128m", "-Xmx768m", "-Xss512k", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError",
						"-XX:-HeapDumpOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED",
						"--add-modules=jdk.incubator.vector", "-Dfile.encoding=UTF-8", "-cp", classPath(), mainClass));
		command.addAll(List.of(arguments));
		return command;
	}

	static Map<String, String> environment(Path home, Path catalogue) {
		Map<String, String> environment = new HashMap<>(FreePorts.forVariables(PORTS));
		environment.put("HILUM_HOME", home.toString());
		environment.put("HILUM_PARTS", PROGRAMS.toString());
		environment.put("HILUM_CATALOGUE", catalogue.toString());
		environment.put("HILUM_ADMISSION_LIMITS_REQUESTSPERMINUTE", "60000");
		return environment;
	}

	private static String classPath() {
		try (Stream<Path> files = Files.list(TARGET)) {
			String jar = files.map(Path::toString)
				.filter((file) -> file.matches(".*/quickstart-[^/]*\\.jar"))
				.findFirst()
				.orElseThrow(() -> new IllegalStateException("The quick start is not built: " + TARGET));
			return jar + File.pathSeparator + Files.readString(TARGET.resolve("quickstart.classpath")).strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
