package io.hilum.quickstart.service;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.hilum.quickstart.machine.Port;
import io.hilum.quickstart.machine.Settings;
import io.hilum.quickstart.secret.HilumKey;
import io.hilum.quickstart.secret.Person;
import io.hilum.quickstart.secret.Secrets;
import io.hilum.trust.context.ContextKey;

/**
 * What each service is told about the others and about the parts: the variables that a
 * container of it would have, and no secret that is not its own.
 */
public final class Wiring {

	private final Settings settings;

	private final Secrets secrets;

	private final Path catalogue;

	private final URI issuer;

	private final URI records;

	/**
	 * Remember what services are told.
	 * @param settings where everything listens
	 * @param secrets what lets services in
	 * @param catalogue the catalogue in force
	 * @param issuer whose tokens people bring
	 * @param records the base of our record system
	 */
	public Wiring(Settings settings, Secrets secrets, Path catalogue, URI issuer, URI records) {
		this.settings = settings;
		this.secrets = secrets;
		this.catalogue = catalogue;
		this.issuer = issuer;
		this.records = records;
	}

	/**
	 * The properties of a service.
	 * @param service where it listens
	 * @return names and values
	 */
	public Map<String, String> of(Port service) {
		Map<String, String> all = new LinkedHashMap<>();
		all.put(service.variable(), Integer.toString(this.settings.port(service)));
		all.put("HILUM_KAFKA", "127.0.0.1:" + this.settings.port(Port.KAFKA));
		all.put("HILUM_JOURNAL", folder("journal").resolve(service.owner()).toString());
		all.put("HILUM_CATALOGUE", this.catalogue.toString());
		switch (service) {
			case GATEWAY -> gateway(all);
			case ROUTING -> routing(all);
			case PHI_SCRUBBER -> phiScrubber(all);
			case USAGE -> usage(all);
			case RAG -> rag(all);
			case PORTAL -> portal(all);
			case AGENT -> agent(all);
			default -> throw new IllegalArgumentException(service + " is no service");
		}
		return all;
	}

	private void gateway(Map<String, String> all) {
		all.put("HILUM_OIDC_ISSUER", this.issuer.toString());
		all.put("HILUM_OIDC_AUDIENCE", "hilum-gateway");
		all.put("HILUM_REDIS", redis());
		if (this.settings.hasOwnRecords()) {
			all.put("HILUM_PORTAL_FHIR_URL", this.records.toString());
			all.put("HILUM_PORTAL_FHIR_AUTHORITY", this.issuer.toString());
			// Keycloak knows no scopes of SMART: what a token may read follows from
			// roles.
			all.put("HILUM_PORTAL_FHIR_SCOPES", "openid");
		}
		all.put("HILUM_PATIENT_MASTER",
				ContextKey.derive(this.secrets.contextMaster(), Port.GATEWAY.owner(), "patients"));
		for (Port called : List.of(Port.ROUTING, Port.PHI_SCRUBBER, Port.USAGE, Port.RAG, Port.PORTAL, Port.AGENT)) {
			address(all, called);
			contextKey(all, Port.GATEWAY, called);
		}
	}

	private void routing(Map<String, String> all) {
		all.put("HILUM_REDIS", redis());
		contextKey(all, Port.GATEWAY, Port.ROUTING);
		contextKey(all, Port.RAG, Port.ROUTING);
	}

	private void phiScrubber(Map<String, String> all) {
		all.put("HILUM_PSEUDONYM_MASTER", this.secrets.pseudonymMaster());
		contextKey(all, Port.GATEWAY, Port.PHI_SCRUBBER);
		contextKey(all, Port.RAG, Port.PHI_SCRUBBER);
	}

	private void usage(Map<String, String> all) {
		database(all);
		contextKey(all, Port.GATEWAY, Port.USAGE);
		all.put("HILUM_AUDIT_DIRECTORY", folder("audit").toString());
		all.put("HILUM_AUDIT_KEY_FILE", this.settings.home().resolve("audit-key.pem").toString());
		all.put("HILUM_DIRECTORY_URL", this.issuer.resolve("/").toString());
		all.put("HILUM_DIRECTORY_SECRET", this.secrets.directorySecret());
		for (int i = 0; i < Person.ALL.size(); i++) {
			bootstrapKey(all, "hilum.accounts.bootstrap-keys[" + i + "].", Person.ALL.get(i));
		}
	}

	private void rag(Map<String, String> all) {
		database(all);
		all.put("HILUM_RAG_MASTER", this.secrets.ragMaster());
		contextKey(all, Port.GATEWAY, Port.RAG);
		for (Port called : List.of(Port.ROUTING, Port.PHI_SCRUBBER, Port.PORTAL)) {
			address(all, called);
			contextKey(all, Port.RAG, called);
		}
	}

	/**
	 * Its master comes from the seed of the other keys, so that homes of before have one
	 * too.
	 */
	private void portal(Map<String, String> all) {
		database(all);
		contextKey(all, Port.GATEWAY, Port.PORTAL);
		contextKey(all, Port.RAG, Port.PORTAL);
		all.put("HILUM_PORTAL_MASTER",
				ContextKey.derive(this.secrets.contextMaster(), Port.PORTAL.owner(), "conversations"));
	}

	private void agent(Map<String, String> all) {
		all.put("HILUM_REDIS", redis());
		address(all, Port.GATEWAY);
		contextKey(all, Port.GATEWAY, Port.AGENT);
		if (this.settings.hasOwnRecords()) {
			all.put("HILUM_FHIR_URL", this.records.toString());
			all.put("HILUM_FHIR_FILING_ROLES", "Clinician");
		}
	}

	private void bootstrapKey(Map<String, String> all, String prefix, Person person) {
		HilumKey key = this.secrets.keys().get(person.role());
		if (key == null) {
			return;
		}
		all.put(prefix + "id", key.id());
		all.put(prefix + "sha256", key.sha256());
		all.put(prefix + "name", "quick start, " + person.role());
		all.put(prefix + "subject", person.username());
		all.put(prefix + "roles[0]", person.role());
		all.put(prefix + "team", person.team());
		all.put(prefix + "application", "quickstart");
	}

	private void database(Map<String, String> all) {
		String address = "postgresql://127.0.0.1:" + this.settings.port(Port.POSTGRES) + "/hilum";
		all.put("HILUM_POSTGRES", "r2dbc:" + address);
		all.put("HILUM_POSTGRES_JDBC", "jdbc:" + address);
		all.put("HILUM_POSTGRES_USER", "hilum");
		all.put("HILUM_POSTGRES_PASSWORD", this.secrets.postgresPassword());
	}

	private void contextKey(Map<String, String> all, Port issuer, Port audience) {
		all.put("HILUM_CONTEXT_KEY_" + issuer.name() + "_" + audience.name(),
				ContextKey.derive(this.secrets.contextMaster(), issuer.owner(), audience.owner()));
	}

	private void address(Map<String, String> all, Port called) {
		all.put("HILUM_" + called.name() + "_URL", "http://127.0.0.1:" + this.settings.port(called));
	}

	private String redis() {
		return "redis://127.0.0.1:" + this.settings.port(Port.REDIS);
	}

	private Path folder(String name) {
		return this.settings.home().resolve(name);
	}

}
