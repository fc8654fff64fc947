package io.hilum.gateway.patient;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patients are known in the audit.
 *
 * @param key the key of their tokens, 32 bytes in Base64; without it no event names a
 * patient and nobody can be told who asked about one
 * @param roles the roles that may make a token of an identifier
 * @param maxPerRequest how many patients one request may concern
 */
@ConfigurationProperties("hilum.patients")
public record PatientProperties(@DefaultValue("") String key, @DefaultValue("Admin") List<String> roles,
		@DefaultValue("1000") int maxPerRequest) {

	private static final int MAX_PATIENTS = 4096;

	public PatientProperties {
		roles = List.copyOf(roles);
		if (maxPerRequest < 1 || maxPerRequest > MAX_PATIENTS) {
			throw new IllegalArgumentException("hilum.patients.max-per-request must be 1 to " + MAX_PATIENTS);
		}
	}

	@Override
	public String toString() {
		return "PatientProperties[roles=" + this.roles + ", maxPerRequest=" + this.maxPerRequest + "]";
	}

}
