package io.hilum.routing.catalogue.litellm;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.hilum.routing.catalogue.ListPrices;
import io.hilum.routing.catalogue.Price;
import io.hilum.routing.catalogue.ProviderDefinition;
import io.hilum.routing.catalogue.ProviderType;
import io.hilum.routing.catalogue.ServedTypes;
import io.hilum.routing.catalogue.yaml.Findings;
import io.hilum.routing.catalogue.yaml.Variables;
import io.hilum.routing.catalogue.yaml.YamlObject;
import org.jspecify.annotations.Nullable;

/**
 * Reads the entries of {@code model_list}. Entries with the same address and secret share
 * a provider; an entry that cannot be called is left out with a warning. Created per
 * reading and not thread-safe.
 */
final class LiteLlmDeployments {

	private final Map<LiteLlmLogin, ProviderDefinition> providers = new LinkedHashMap<>();

	private final Findings findings;

	private final ServedTypes served;

	private final Variables environment;

	private final ListPrices prices;

	LiteLlmDeployments(Findings findings, ServedTypes served, Variables environment, ListPrices prices) {
		this.findings = findings;
		this.served = served;
		this.environment = environment;
		this.prices = prices;
	}

	Set<String> providers() {
		return this.providers.values().stream().map(ProviderDefinition::id).collect(Collectors.toUnmodifiableSet());
	}

	Optional<LiteLlmEntry> read(YamlObject entry) {
		YamlObject content = entry.object("litellm_params");
		if (content == null || content.find("model").isBlank()) {
			this.findings.fault(entry.line(), "'litellm_params' with a 'model' is required");
			return Optional.empty();
		}
		YamlObject.Missing missing = content.missing();
		if (missing != null) {
			return leftOut(entry, missing.line(), "the environment has no " + missing.variable());
		}
		LiteLlmParameters parameters = new LiteLlmParameters(content, this.environment);
		LiteLlmName name = LiteLlmName.of(content.find("model"), parameters.find("custom_llm_provider"));
		if (content.find("model").equals("*")) {
			return leftOut(entry, content.line("model"),
					"a wildcard for every platform is not served: name one, such as openai/*");
		}
		Optional<ProviderType> type = name.type(parameters.find("api_base", "base_url") != null)
			.filter(this.served::serves);
		if (type.isEmpty()) {
			return leftOut(entry, content.line("model"),
					"provider type " + name.prefix() + " is not served by this build");
		}
		return entry(entry, type.get(), name, parameters);
	}

	private Optional<LiteLlmEntry> entry(YamlObject entry, ProviderType type, LiteLlmName name,
			LiteLlmParameters parameters) {
		LiteLlmLogin login = LiteLlmLogin.read(type, name, parameters);
		String missing = login.missing(name);
		if (missing != null) {
			return leftOut(entry, parameters.content().line(), "its " + missing + " is not set");
		}
		ProviderDefinition provider = provider(login);
		if (provider == null) {
			return leftOut(entry, parameters.line("api_base"), "its api_base is no URL");
		}
		parameters.warn(this.findings);
		return Optional.of(made(entry, provider, name, parameters.content()));
	}

	private Optional<LiteLlmEntry> leftOut(YamlObject entry, int line, String reason) {
		this.findings.warn(line, "'" + entry.text("model_name") + "' is left out: " + reason);
		return Optional.empty();
	}

	private @Nullable ProviderDefinition provider(LiteLlmLogin login) {
		ProviderDefinition known = this.providers.get(login);
		if (known != null) {
			return known;
		}
		try {
			URI endpoint = (login.base() != null) ? URI.create(login.base()) : null;
			if (endpoint != null && endpoint.getHost() == null) {
				return null;
			}
			ProviderDefinition made = new ProviderDefinition(idOf(login, endpoint), login.type(), endpoint, login.key(),
					login.version(), login.region(), login.settings());
			this.providers.put(login, made);
			return made;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private String idOf(LiteLlmLogin login, @Nullable URI endpoint) {
		String id = login.type().id() + switch (login.type()) {
			case AZURE_OPENAI, OPENAI_COMPATIBLE -> (endpoint != null) ? "-" + endpoint.getHost() : "";
			case VERTEX_AI, BEDROCK -> "-" + login.region();
			case OPENAI, ANTHROPIC, GEMINI, SANDBOX -> "";
		};
		Set<String> taken = providers();
		String free = id;
		for (int number = 2; taken.contains(free); number++) {
			free = id + "-" + number;
		}
		return free;
	}

	private LiteLlmEntry made(YamlObject entry, ProviderDefinition provider, LiteLlmName name, YamlObject parameters) {
		YamlObject info = entry.object("model_info");
		Integer limit = number(info, "max_output_tokens");
		return new LiteLlmEntry(provider, name.model(), price(entry, provider.type(), name, parameters),
				number(parameters, "weight"), number(parameters, "rpm"), number(parameters, "tpm"),
				number(parameters, "order"), number(info, "max_input_tokens"),
				(limit != null) ? limit : number(info, "max_tokens"));
	}

	/**
	 * A number that Hilum can do without.
	 */
	private @Nullable Integer number(@Nullable YamlObject source, String key) {
		String text = (source != null) ? source.find(key) : "";
		if (source == null || text.isBlank()) {
			return null;
		}
		try {
			return Integer.parseUnsignedInt(text);
		}
		catch (NumberFormatException ex) {
			this.findings.warn(source.line(key), "'" + key + "' is not looked at: it is no whole number");
			return null;
		}
	}

	/**
	 * What an entry says of itself counts before what it says of its model, and that
	 * before what providers ask.
	 */
	private Price price(YamlObject entry, ProviderType type, LiteLlmName name, YamlObject parameters) {
		YamlObject info = entry.object("model_info");
		List<YamlObject> sources = (info != null) ? List.of(parameters, info) : List.of(parameters);
		return LiteLlmPrice.read(sources, this.findings)
			.or(() -> this.prices.of(type, name.model()))
			.or(() -> this.prices.of(type, entry.text("model_name")))
			.orElseGet(() -> {
				this.findings.warn(entry.line(), "'" + entry.text("model_name")
						+ "' has no input_cost_per_token: it counts as free and no budget holds for it");
				return Price.FREE;
			});
	}

}
