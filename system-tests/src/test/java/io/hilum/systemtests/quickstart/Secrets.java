package io.hilum.systemtests.quickstart;

import java.nio.file.Path;
import java.util.Map;

import io.hilum.systemtests.evidence.Books;

/**
 * What the quick start keeps for itself in its folder.
 */
final class Secrets {

	private Secrets() {
	}

	static Books books(Path home, Map<String, String> environment) {
		return new Books("jdbc:postgresql://127.0.0.1:" + environment.get("HILUM_POSTGRES_PORT") + "/hilum", "hilum",
				"");
	}

}
