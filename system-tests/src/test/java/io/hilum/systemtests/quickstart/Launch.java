package io.hilum.systemtests.quickstart;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The command and the variables of {@code make run}.
 */
final class Launch {

	private static final List<String> PORTS = List.of("HILUM_GATEWAY_PORT", "HILUM_ROUTING_PORT",
			"HILUM_PHI_SCRUBBER_PORT", "HILUM_USAGE_PORT", "HILUM_RAG_PORT", "HILUM_POSTGRES_PORT", "HILUM_KAFKA_PORT",
			"HILUM_KAFKA_CONTROLLER_PORT", "HILUM_REDIS_PORT", "HILUM_KEYCLOAK_PORT");

	private Launch() {
	}

	static List<String> command() {
		return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("hilum.quickstart.classpath"), "io.hilum.quickstart.QuickStart");
	}

	static Map<String, String> environment(Path home, Path catalogue) {
		Map<String, String> environment = new HashMap<>(FreePorts.forVariables(PORTS));
		environment.put("HILUM_HOME", home.toString());
		environment.put("HILUM_CATALOGUE", catalogue.toString());
		return environment;
	}

}
