package io.hilum.routing.catalogue.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.hilum.routing.catalogue.Capacity;
import io.hilum.routing.catalogue.Deployment;
import io.hilum.routing.catalogue.Fallbacks;
import io.hilum.routing.catalogue.ListPrices;
import io.hilum.routing.catalogue.Model;
import io.hilum.routing.catalogue.Price;
import io.hilum.routing.catalogue.ProviderDefinition;
import io.hilum.routing.catalogue.ProviderType;
import io.hilum.routing.catalogue.Provision;
import io.hilum.routing.catalogue.RateLimit;
import io.hilum.routing.catalogue.Strategy;
import io.hilum.routing.catalogue.yaml.Findings;
import io.hilum.routing.catalogue.yaml.YamlObject;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code models}.
 */
final class ModelSection {

	private static final Set<String> KEYS = Set.of("name", "transform", "strategy", "deployments", "price", "free",
			"context", "max-output", "rpm", "tpm", "fallback", "context-fallback", "content-fallback",
			"content-fallback-after-answer", "cache", "authentication", "mfa");

	private static final Set<String> DEPLOYMENT_KEYS = Set.of("provider", "model", "priority", "weight", "price", "tpm",
			"rpm", "ptu", "provisioned", "limit-field");

	private static final List<String> FALLBACKS = List.of("fallback", "context-fallback", "content-fallback");

	private static final Set<String> LIMIT_FIELDS = Set.of("max_tokens", "max_completion_tokens");

	private final ProviderSection providers;

	private final ListPrices prices;

	private final Findings findings;

	ModelSection(ProviderSection providers, ListPrices prices, Findings findings) {
		this.providers = providers;
		this.prices = prices;
		this.findings = findings;
	}

	Map<String, Model> read(YamlObject root) {
		Map<String, Model> models = new LinkedHashMap<>();
		List<YamlObject> section = root.objects("models");
		for (YamlObject model : section) {
			model.allowing(KEYS);
			String name = model.text("name");
			List<Deployment> deployments = deployments(model, name);
			if (models.containsKey(name)) {
				this.findings.fault(model.line(), "model '" + name + "' is there twice");
			}
			else if (!deployments.isEmpty()) {
				models.put(name,
						new Model(name, strategy(model), deployments, model.whole("context", 1),
								model.whole("max-output", 1), fallbacks(model), CacheSection.read(model, this.findings),
								limit(name, model), AuthenticationSection.read(model, this.findings)));
			}
		}
		section.forEach((model) -> CacheSection.requireEmbeddings(model, section, this.findings));
		section.forEach((model) -> FALLBACKS.forEach((list) -> requireFallbacks(model, list, section)));
		new AliasSection(this.findings).addTo(root, models);
		return models;
	}

	private static @Nullable RateLimit limit(String name, YamlObject model) {
		Integer requests = model.whole("rpm", 1);
		Integer tokens = model.whole("tpm", 1);
		return (requests != null || tokens != null) ? new RateLimit(name, requests, tokens) : null;
	}

	private static Fallbacks fallbacks(YamlObject model) {
		return new Fallbacks(model.texts("fallback"), model.texts("context-fallback"), model.texts("content-fallback"),
				model.flag("content-fallback-after-answer"));
	}

	private void requireFallbacks(YamlObject model, String list, List<YamlObject> section) {
		for (String fallback : model.texts(list)) {
			if (section.stream().noneMatch((other) -> fallback.equals(other.text("name")))) {
				this.findings.fault(model.line(list), "there is no model '" + fallback + "'");
			}
		}
	}

	private Strategy strategy(YamlObject model) {
		String id = model.optional("strategy");
		Optional<Strategy> strategy = (id != null) ? Strategy.of(id) : Optional.of(Strategy.PRIORITY);
		if (strategy.isEmpty()) {
			this.findings.fault(model.line("strategy"), "strategy '" + id + "' is not known: " + Strategy.ids());
		}
		return strategy.orElse(Strategy.PRIORITY);
	}

	private List<Deployment> deployments(YamlObject model, String name) {
		Price price = price(model);
		List<YamlObject> section = model.objects("deployments");
		if (section.isEmpty()) {
			this.findings.fault(model.line(), "model '" + name + "' needs a deployment");
		}
		List<Deployment> deployments = new ArrayList<>();
		for (YamlObject deployment : section) {
			Deployment read = deployment(deployment.allowing(DEPLOYMENT_KEYS), name, price);
			if (read != null) {
				deployments.add(read);
			}
		}
		return deployments;
	}

	private @Nullable Deployment deployment(YamlObject deployment, String name, @Nullable Price modelPrice) {
		String providerId = deployment.text("provider");
		String model = deployment.text("model");
		if (!this.providers.isKnown(providerId)) {
			this.findings.fault(deployment.line("provider"), "there is no provider '" + providerId + "'");
		}
		Optional<ProviderDefinition> provider = this.providers.find(providerId);
		YamlObject ownPrice = deployment.object("price");
		Provision provision = ProvisionSection.read(deployment, this.findings);
		Price usual = (provision != null) ? Price.FREE : modelPrice;
		Price price = (ownPrice != null) ? PriceSection.read(ownPrice, this.findings) : usual;
		if (price == null) {
			price = provider.flatMap((known) -> listed(known.type(), model, name)).orElse(null);
		}
		if (price == null && (provider.isPresent() || !this.providers.isKnown(providerId))) {
			this.findings.fault(deployment.line(), "a deployment needs a price, its own or its model's, or free: true");
		}
		if (provider.isEmpty() || price == null) {
			return null;
		}
		Integer priority = deployment.whole("priority", 0);
		Integer weight = deployment.whole("weight", 0);
		return new Deployment(provider.get(), model, price, (priority != null) ? priority : 1,
				(weight != null) ? weight : 1, limitField(deployment, provider.get().type()),
				capacity(deployment, provision));
	}

	/**
	 * A deployment of Azure has a name of its own, so its model is known by ours alone.
	 */
	private Optional<Price> listed(ProviderType type, String model, String name) {
		return this.prices.of(type, model).or(() -> this.prices.of(type, name));
	}

	private static Capacity capacity(YamlObject deployment, @Nullable Provision provision) {
		return new Capacity(deployment.whole("tpm", 1), deployment.whole("rpm", 1), deployment.flag("ptu"), provision);
	}

	private @Nullable Price price(YamlObject model) {
		YamlObject price = model.object("price");
		boolean free = model.flag("free");
		if (price != null && free) {
			this.findings.fault(model.line("free"), "a model has a price or is free, not both");
		}
		if (price != null) {
			return PriceSection.read(price, this.findings);
		}
		return free ? Price.FREE : null;
	}

	private String limitField(YamlObject deployment, ProviderType type) {
		String field = deployment.optional("limit-field");
		if (field != null && !LIMIT_FIELDS.contains(field)) {
			this.findings.fault(deployment.line("limit-field"),
					"'limit-field' must be max_tokens or max_completion_tokens");
		}
		return (field != null) ? field : type.limitField();
	}

}
