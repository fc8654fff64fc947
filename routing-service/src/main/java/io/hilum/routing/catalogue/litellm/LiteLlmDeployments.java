package io.hilum.routing.catalogue.litellm;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.hilum.routing.catalogue.Deployment;
import io.hilum.routing.catalogue.Price;
import io.hilum.routing.catalogue.ProviderDefinition;
import io.hilum.routing.catalogue.ProviderType;
import io.hilum.routing.catalogue.ServedTypes;
import io.hilum.routing.catalogue.yaml.Findings;
import io.hilum.routing.catalogue.yaml.References;
import io.hilum.routing.catalogue.yaml.YamlObject;
import org.jspecify.annotations.Nullable;

/**
 * Reads the entries of {@code model_list}. Entries with the same address and secret share
 * a provider. Created per reading and not thread-safe.
 */
final class LiteLlmDeployments {

	private static final URI OPENAI = URI.create("https://api.openai.com/v1");

	private static final String AZURE_VERSION = "2024-10-21";

	private static final Set<String> COMPATIBLE = Set.of("hosted_vllm", "openai_like", "custom_openai", "lm_studio",
			"llamafile", "text-completion-openai");

	private final Map<Login, ProviderDefinition> providers = new LinkedHashMap<>();

	private final Findings findings;

	private final ServedTypes served;

	LiteLlmDeployments(Findings findings, ServedTypes served) {
		this.findings = findings;
		this.served = served;
	}

	Optional<Deployment> read(YamlObject entry) {
		YamlObject parameters = entry.object("litellm_params");
		if (parameters == null) {
			this.findings.fault(entry.line(), "'litellm_params' is required");
			return Optional.empty();
		}
		String model = parameters.text("model");
		int slash = model.indexOf('/');
		String prefix = (slash > 0) ? model.substring(0, slash) : "openai";
		Optional<ProviderType> type = typeOf(prefix, parameters).filter(this.served::serves);
		if (type.isEmpty()) {
			this.findings.warn(parameters.line("model"), "'" + entry.text("model_name")
					+ "' is left out: provider type " + prefix + " is not served by this build");
			return Optional.empty();
		}
		String name = (slash > 0) ? model.substring(slash + 1) : model;
		return provider(type.get(), parameters).map((provider) -> deployment(provider, name, entry, parameters));
	}

	private static Optional<ProviderType> typeOf(String prefix, YamlObject parameters) {
		if (prefix.equals("azure")) {
			return Optional.of(ProviderType.AZURE_OPENAI);
		}
		if (prefix.equals("openai")) {
			return Optional
				.of(parameters.keys().contains("api_base") ? ProviderType.OPENAI_COMPATIBLE : ProviderType.OPENAI);
		}
		return COMPATIBLE.contains(prefix) ? Optional.of(ProviderType.OPENAI_COMPATIBLE) : Optional.empty();
	}

	private Optional<ProviderDefinition> provider(ProviderType type, YamlObject parameters) {
		String base = value(parameters, "api_base");
		String key = value(parameters, "api_key");
		if (type != ProviderType.OPENAI && base == null) {
			this.findings.warn(parameters.line(), "left out: its api_base is not set");
			return Optional.empty();
		}
		if (type != ProviderType.OPENAI_COMPATIBLE && key == null) {
			this.findings.warn(parameters.line(), "left out: its api_key is not set");
			return Optional.empty();
		}
		String version = value(parameters, "api_version");
		Login login = new Login(type, base, key, version);
		ProviderDefinition known = this.providers.get(login);
		if (known == null) {
			known = define(login, parameters);
		}
		return Optional.ofNullable(known);
	}

	private @Nullable ProviderDefinition define(Login login, YamlObject parameters) {
		try {
			URI endpoint = (login.base() != null) ? URI.create(login.base()) : OPENAI;
			String version = (login.type() == ProviderType.AZURE_OPENAI && login.version() == null) ? AZURE_VERSION
					: login.version();
			ProviderDefinition made = new ProviderDefinition(idOf(login.type(), endpoint), login.type(), endpoint,
					login.key(), version, value(parameters, "region_name"));
			this.providers.put(login, made);
			return made;
		}
		catch (IllegalArgumentException ex) {
			this.findings.fault(parameters.line("api_base"), "'api_base' must be a URL");
			return null;
		}
	}

	private String idOf(ProviderType type, URI endpoint) {
		String id = (type == ProviderType.OPENAI) ? "openai" : type.id() + "-" + endpoint.getHost();
		long same = this.providers.values().stream().filter((other) -> other.id().startsWith(id)).count();
		return (same == 0) ? id : id + "-" + (same + 1);
	}

	private Deployment deployment(ProviderDefinition provider, String model, YamlObject entry, YamlObject parameters) {
		Integer weight = parameters.whole("weight", 0);
		String limitField = (provider.type() == ProviderType.OPENAI_COMPATIBLE) ? "max_tokens"
				: "max_completion_tokens";
		return new Deployment(provider, model, price(entry, parameters), 1, (weight != null) ? weight : 1, limitField);
	}

	private Price price(YamlObject entry, YamlObject parameters) {
		YamlObject info = entry.object("model_info");
		boolean inParameters = parameters.keys().contains("input_cost_per_token");
		YamlObject source = inParameters ? parameters : info;
		if (source == null || !source.keys().contains("input_cost_per_token")) {
			this.findings.warn(entry.line(), "'" + entry.text("model_name")
					+ "' has no input_cost_per_token: it counts as free and no budget holds for it");
			return Price.FREE;
		}
		return LiteLlmPrice.read(source, this.findings);
	}

	private static @Nullable String value(YamlObject parameters, String key) {
		References.Expansion expansion = parameters.expansion(key);
		return (expansion == null || expansion.value().isBlank()) ? null : expansion.value();
	}

	private record Login(ProviderType type, @Nullable String base, @Nullable String key, @Nullable String version) {

	}

}
