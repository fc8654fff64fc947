package io.hilum.phi.scrub.web;

import io.hilum.phi.pseudonym.MasterSecret;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Secret of pseudonyms.
 *
 * @param master at least 32 random bytes in Base64, the same on all replicas
 */
@ConfigurationProperties("hilum.pseudonym")
record PseudonymProperties(@DefaultValue("") String master) {

	PseudonymProperties {
		if (master.isBlank()) {
			throw new IllegalArgumentException(
					"hilum.pseudonym.master is empty: set HILUM_PSEUDONYM_MASTER to 32 random bytes or more in Base64");
		}
		MasterSecret.parse(master);
	}

	MasterSecret secret() {
		return MasterSecret.parse(this.master);
	}

	@Override
	public String toString() {
		return "PseudonymProperties[REDACTED]";
	}

}
