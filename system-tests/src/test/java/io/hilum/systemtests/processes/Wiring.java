package io.hilum.systemtests.processes;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The variables and arguments that each service is started with, as a container of it
 * would be. Nobody signs in here, so that there is no identity provider.
 */
record Wiring(Path home, Path catalogue, Map<String, String> ports, String password) {

	/**
	 * Holds of requests that died are charged and sessions of readers end while a round
	 * lasts.
	 */
	private static final List<String> SOONER = List.of("--hilum.completion.total-timeout=15s",
			"--hilum.budget.hold-expiry=16s", "--hilum.budget.sweep-interval=1s",
			"--spring.kafka.consumer.properties.session.timeout.ms=6000",
			"--spring.kafka.consumer.properties.heartbeat.interval.ms=1000");

	/** A machine that is busy with others may stop all of this for seconds. */
	private static final List<String> PATIENT = List.of("--hilum.admission.timeout=20s",
			"--spring.data.redis.timeout=20s", "--hilum.scrub.timeout=20s", "--hilum.upstream.phi-scrubber.timeout=30s",
			"--hilum.admission.limits.requests-per-minute=1000000", "--hilum.admission.limits.concurrency=500");

	Map<String, String> environment(Service service) {
		Map<String, String> all = new HashMap<>();
		all.put(service.portVariable(), port(service.portVariable()));
		all.put("HILUM_KAFKA", "127.0.0.1:" + port("HILUM_KAFKA_PORT"));
		all.put("HILUM_REDIS", "redis://127.0.0.1:" + port("HILUM_REDIS_PORT"));
		all.put("HILUM_JOURNAL", this.home.resolve("journal").toString());
		all.put("HILUM_CATALOGUE", this.catalogue.toString());
		all.put("HILUM_OIDC_ISSUER", "http://127.0.0.1:9/realms/hilum");
		all.put("HILUM_OIDC_AUDIENCE", "hilum-gateway");
		String database = "postgresql://127.0.0.1:" + port("HILUM_POSTGRES_PORT") + "/hilum";
		all.put("HILUM_POSTGRES", "r2dbc:" + database);
		all.put("HILUM_POSTGRES_JDBC", "jdbc:" + database);
		all.put("HILUM_POSTGRES_PASSWORD", this.password);
		all.put("HILUM_AUDIT_DIRECTORY", this.home.resolve("audit").toString());
		all.put("HILUM_AUDIT_KEY_FILE", this.home.resolve("audit-key.pem").toString());
		for (String secret : List.of("PATIENT_MASTER", "PSEUDONYM_MASTER", "RAG_MASTER", "CONTEXT_KEY_GATEWAY_ROUTING",
				"CONTEXT_KEY_GATEWAY_PHI_SCRUBBER", "CONTEXT_KEY_GATEWAY_USAGE", "CONTEXT_KEY_GATEWAY_RAG",
				"CONTEXT_KEY_RAG_ROUTING", "CONTEXT_KEY_RAG_PHI_SCRUBBER", "CONTEXT_KEY_RAG_PORTAL",
				"CONTEXT_KEY_GATEWAY_PORTAL")) {
			all.put("HILUM_" + secret, secret(secret));
		}
		for (Service called : Service.values()) {
			all.put(called.urlVariable(), "http://127.0.0.1:" + port(called.portVariable()));
		}
		return all;
	}

	List<String> arguments(Service service) {
		List<String> all = new ArrayList<>(List.of("--server.address=127.0.0.1", "--hilum.kafka.create-topics=true"));
		all.addAll(SOONER);
		all.addAll(PATIENT);
		if (service == Service.USAGE) {
			Arrays.stream(Holder.values()).forEach((holder) -> all.addAll(holder.arguments()));
		}
		return all;
	}

	private String port(String variable) {
		return this.ports.getOrDefault(variable, "0");
	}

	/** Each its own, and the same after a kill. */
	private static String secret(String name) {
		byte[] secret = Arrays.copyOf(("crash " + name).getBytes(StandardCharsets.US_ASCII), 48);
		return Base64.getEncoder().encodeToString(Arrays.copyOfRange(secret, 6, 38));
	}

}
