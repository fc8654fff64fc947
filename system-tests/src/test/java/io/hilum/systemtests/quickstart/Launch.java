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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The command and the variables of {@code quickstart/run.sh}, without its build.
 */
final class Launch {

	private static final Path ROOT = Path.of(System.getProperty("hilum.root"));

	/** What stands between the program and the class path. */
	private static final Pattern OPTIONS = Pattern.compile("java=\\(\"\\$jdk/bin/java\"(.*?)-cp ", Pattern.DOTALL);

	private static final List<String> PORTS = List.of("HILUM_GATEWAY_PORT", "HILUM_ROUTING_PORT",
			"HILUM_PHI_SCRUBBER_PORT", "HILUM_USAGE_PORT", "HILUM_RAG_PORT", "HILUM_PORTAL_PORT", "HILUM_AGENT_PORT",
			"HILUM_FHIR_PORT", "HILUM_POSTGRES_PORT", "HILUM_KAFKA_PORT", "HILUM_KAFKA_CONTROLLER_PORT",
			"HILUM_REDIS_PORT", "HILUM_KEYCLOAK_PORT");

	/** Unpacked once for every run of any test on this machine. */
	private static final Path PROGRAMS = Path.of(System.getProperty("java.io.tmpdir"),
			"hilum-parts-" + System.getProperty("user.name"));

	private Launch() {
	}

	/**
	 * Runs a main class with the options and on the class path of the quick start.
	 */
	static List<String> command(String mainClass, String... arguments) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(options());
		command.addAll(List.of("-cp", classPath(), mainClass));
		command.addAll(List.of(arguments));
		return command;
	}

	private static List<String> options() {
		Matcher command = OPTIONS.matcher(read(ROOT.resolve("quickstart").resolve("run.sh")));
		if (!command.find()) {
			throw new IllegalStateException("quickstart/run.sh starts Java in another way than it did");
		}
		return List.of(command.group(1).strip().split("\\s+"));
	}

	static Map<String, String> environment(Path home, Path catalogue, String collector) {
		Map<String, String> environment = new HashMap<>(FreePorts.forVariables(PORTS));
		environment.put("HILUM_HOME", home.toString());
		environment.put("HILUM_PARTS", PROGRAMS.toString());
		environment.put("HILUM_CATALOGUE", catalogue.toString());
		environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", collector);
		environment.put("HILUM_ADMISSION_LIMITS_REQUESTSPERMINUTE", "60000");
		// A machine that is busy with others may stop all of this for seconds; no test
		// here is about a slow part.
		environment.put("HILUM_ADMISSION_TIMEOUT", "20s");
		environment.put("SPRING_DATA_REDIS_TIMEOUT", "20s");
		environment.put("HILUM_SCRUB_TIMEOUT", "20s");
		environment.put("HILUM_UPSTREAM_PHISCRUBBER_TIMEOUT", "30s");
		environment.put("SPRING_R2DBC_POOL_MAXACQUIRETIME", "60s");
		return environment;
	}

	private static String classPath() {
		Path target = ROOT.resolve("quickstart").resolve("target");
		try (Stream<Path> files = Files.list(target)) {
			String jar = files.map(Path::toString)
				.filter((file) -> file.matches(".*/quickstart-[^/]*\\.jar"))
				.findFirst()
				.orElseThrow(() -> new IllegalStateException("The quick start is not built: " + target));
			return jar + File.pathSeparator + read(target.resolve("quickstart.classpath")).strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
