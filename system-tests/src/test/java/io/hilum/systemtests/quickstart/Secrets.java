package io.hilum.systemtests.quickstart;

import java.nio.file.Path;
import java.util.Map;

import io.hilum.systemtests.evidence.Books;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the quick start keeps for itself in its folder.
 */
final class Secrets {

	private static final JsonMapper JSON = new JsonMapper();

	private Secrets() {
	}

	static Books books(Path home, Map<String, String> environment) {
		String password = JSON.readTree(home.resolve("secrets.json").toFile()).path("postgresPassword").stringValue();
		return new Books("jdbc:postgresql://127.0.0.1:" + environment.get("HILUM_POSTGRES_PORT") + "/hilum", "hilum",
				password);
	}

}
