package io.hilum.routing.catalogue.file;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.hilum.routing.catalogue.ProviderDefinition;
import io.hilum.routing.catalogue.ProviderType;
import io.hilum.routing.catalogue.ServedTypes;
import io.hilum.routing.catalogue.yaml.Findings;
import io.hilum.routing.catalogue.yaml.YamlObject;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code providers}.
 */
final class ProviderSection {

	private static final Set<String> KEYS = Set.of("id", "type", "endpoint", "auth", "api-key", "api-version", "region",
			"when");

	private final Map<String, ProviderDefinition> served = new HashMap<>();

	private final Set<String> leftOut = new HashSet<>();

	private final ServedTypes types;

	private final Findings findings;

	private ProviderSection(ServedTypes types, Findings findings) {
		this.types = types;
		this.findings = findings;
	}

	static ProviderSection read(YamlObject root, ServedTypes types, Findings findings) {
		ProviderSection section = new ProviderSection(types, findings);
		root.objects("providers").forEach(section::readOne);
		return section;
	}

	private void readOne(YamlObject provider) {
		String id = provider.text("id");
		if (this.served.containsKey(id) || this.leftOut.contains(id)) {
			this.findings.fault(provider.line(), "provider '" + id + "' is there twice");
			return;
		}
		String type = provider.text("type");
		Optional<ProviderType> known = ProviderType.of(type);
		if (known.isEmpty()) {
			this.findings.fault(provider.line("type"), "provider type '" + type + "' is not known");
		}
		else if (isSwitchedOff(provider)) {
			this.leftOut.add(id);
		}
		else if (!this.types.serves(known.get())) {
			this.findings.fault(provider.line("type"), "provider type '" + type + "' is not served by this build");
			this.leftOut.add(id);
		}
		else {
			this.served.put(id, definition(id, known.get(), provider));
		}
	}

	/**
	 * An entry with {@code when} is there only if that is not blank.
	 */
	private static boolean isSwitchedOff(YamlObject provider) {
		String when = provider.optional("when");
		return when != null && when.isBlank();
	}

	private ProviderDefinition definition(String id, ProviderType type, YamlObject provider) {
		provider.allowing(KEYS, ProviderSettings.keysOf(type));
		String apiKey = blankToNull(provider.optional("api-key"));
		requireLogin(id, type, apiKey, provider);
		String version = provider.optional("api-version");
		return new ProviderDefinition(id, type, endpoint(type, provider), apiKey,
				(version != null) ? version : type.usualVersion(), blankToNull(provider.optional("region")),
				ProviderSettings.read(type, provider, this.findings));
	}

	private void requireLogin(String id, ProviderType type, @Nullable String apiKey, YamlObject provider) {
		String auth = provider.optional("auth");
		boolean byIdentity = "workload-identity".equals(auth);
		if (auth != null && !auth.equals("api-key") && !byIdentity) {
			this.findings.fault(provider.line("auth"), "'auth' must be api-key or workload-identity");
		}
		if (byIdentity && (type != ProviderType.AZURE_OPENAI || apiKey != null)) {
			this.findings.fault(provider.line("auth"), "workload-identity is for azure-openai, and without an api-key");
		}
		boolean needsKey = type == ProviderType.OPENAI || type == ProviderType.AZURE_OPENAI;
		if (needsKey && !byIdentity && apiKey == null) {
			this.findings.fault(provider.line(), "provider '" + id + "' needs an api-key");
		}
	}

	private @Nullable URI endpoint(ProviderType type, YamlObject provider) {
		String text = blankToNull(provider.optional("endpoint"));
		if (type == ProviderType.SANDBOX || (text == null && !needsEndpoint(type))) {
			return type.usualEndpoint();
		}
		try {
			URI endpoint = URI.create((text != null) ? text : "");
			boolean http = "https".equals(endpoint.getScheme()) || "http".equals(endpoint.getScheme());
			if (http && endpoint.getHost() != null && endpoint.getUserInfo() == null && endpoint.getQuery() == null) {
				return endpoint;
			}
		}
		catch (IllegalArgumentException ex) {
			this.findings.warn(provider.line("endpoint"), "the endpoint is no URL");
		}
		this.findings.fault(provider.line("endpoint"),
				"'endpoint' must be the root of an API, such as https://host/v1, without user or query");
		return null;
	}

	private static boolean needsEndpoint(ProviderType type) {
		return type == ProviderType.OPENAI_COMPATIBLE || type == ProviderType.AZURE_OPENAI;
	}

	Optional<ProviderDefinition> find(String id) {
		return Optional.ofNullable(this.served.get(id));
	}

	boolean isKnown(String id) {
		return this.served.containsKey(id) || this.leftOut.contains(id);
	}

	private static @Nullable String blankToNull(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text.strip();
	}

}
