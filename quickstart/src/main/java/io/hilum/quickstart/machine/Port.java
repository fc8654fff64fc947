package io.hilum.quickstart.machine;

import java.util.Map;

/**
 * The ports of the quick start. A variable of the environment moves each of them.
 */
public enum Port {

	/** The front door. */
	GATEWAY("gateway-service", 8080),

	/** The only service that calls out. */
	ROUTING("routing-service", 8081),

	/** De-identification. */
	PHI_SCRUBBER("phi-scrubber-service", 8082),

	/** Ledger, accounts, evidence. */
	USAGE("usage-service", 8083),

	/** Documents. */
	RAG("rag-service", 8084),

	/** What the portal remembers. */
	PORTAL("portal-service", 8085),

	/** Agents. */
	AGENT("agent-service", 8086),

	/** Sign-in. */
	KEYCLOAK("keycloak", 8180),

	/** The record system with two invented patients. */
	FHIR("record system", 8181),

	/** The stores of usage-service, rag-service and portal-service. */
	POSTGRES("postgres", 8432),

	/** Limits and holds. */
	REDIS("redis", 8379),

	/** Events. */
	KAFKA("kafka", 8092),

	/** Kafka's own. */
	KAFKA_CONTROLLER("kafka controller", 8093);

	private static final int HIGHEST = 65535;

	private final String owner;

	private final int number;

	Port(String owner, int number) {
		this.owner = owner;
		this.number = number;
	}

	/**
	 * Who listens there.
	 * @return the name of a service or a part
	 */
	public String owner() {
		return this.owner;
	}

	/**
	 * The variable that moves this port.
	 * @return its name
	 */
	public String variable() {
		return "HILUM_" + name() + "_PORT";
	}

	int in(Map<String, String> environment) {
		String value = environment.getOrDefault(variable(), "");
		if (value.isBlank()) {
			return this.number;
		}
		try {
			int chosen = Integer.parseInt(value.trim());
			if (chosen > 0 && chosen <= HIGHEST) {
				return chosen;
			}
			throw new NotReadyException(variable() + " must be a port from 1 to 65535, is " + value);
		}
		catch (NumberFormatException ex) {
			throw new NotReadyException(variable() + " must be a port from 1 to 65535, is " + value);
		}
	}

}
