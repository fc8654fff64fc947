package io.hilum.gateway.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/**
 * Settings of issuers as the configuration would bind them, defaults included.
 */
public final class IdentityFixtures {

	private IdentityFixtures() {
	}

	/**
	 * An issuer.
	 * @param issuer its name
	 * @param audience its audience
	 * @param more further keys and values, such as {@code roles-claim}, {@code roles}
	 * @return the keys below {@code hilum.identity.issuers[n]}
	 */
	public static Map<String, String> issuer(String issuer, String audience, String... more) {
		Map<String, String> all = new HashMap<>(Map.of("issuer", issuer, "audience", audience));
		for (int i = 0; i < more.length; i += 2) {
			all.put(more[i], more[i + 1]);
		}
		return all;
	}

	/**
	 * Bind issuers.
	 * @param issuers the issuers
	 * @return the properties
	 */
	public static IdentityProperties properties(List<Map<String, String>> issuers) {
		Map<String, String> all = new HashMap<>();
		issuers.forEach((issuer) -> issuer
			.forEach((key, value) -> all.put("hilum.identity.issuers[" + issuers.indexOf(issuer) + "]." + key, value)));
		return new Binder(new MapConfigurationPropertySource(all)).bindOrCreate("hilum.identity",
				IdentityProperties.class);
	}

}
