package io.hilum.routing.catalogue.litellm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.hilum.routing.catalogue.ListPrices;
import io.hilum.routing.catalogue.Model;
import io.hilum.routing.catalogue.ServedTypes;
import io.hilum.routing.catalogue.Strategy;
import io.hilum.routing.catalogue.yaml.Findings;
import io.hilum.routing.catalogue.yaml.Variables;
import io.hilum.routing.catalogue.yaml.YamlObject;

/**
 * Reads the models of the configuration file of LiteLLM's proxy. Entries of one name are
 * the deployments of one model and share its requests by weight, as they do there. What
 * this build does not have is named in a warning, and keeps nothing else from working.
 */
public final class LiteLlmReader {

	private static final Set<String> SECTIONS = Set.of("model_list", "router_settings", "litellm_settings",
			"environment_variables");

	private final Findings findings;

	private final ServedTypes served;

	private final Variables environment;

	private final ListPrices prices;

	/**
	 * Create a reader.
	 * @param findings where mistakes and what is left out are noted
	 * @param served the types of providers that can be called
	 * @param environment the variables by which entries are completed
	 * @param prices what models cost of which an entry names no price
	 */
	public LiteLlmReader(Findings findings, ServedTypes served, Variables environment, ListPrices prices) {
		this.findings = findings;
		this.served = served;
		this.environment = environment;
		this.prices = prices;
	}

	/**
	 * Read the models.
	 * @param root the root of the file
	 * @param others the sections that somebody else reads
	 * @return the models
	 */
	public LiteLlmModels read(YamlObject root, Set<String> others) {
		root.keys()
			.stream()
			.filter((key) -> !SECTIONS.contains(key) && !others.contains(key))
			.forEach((key) -> this.findings.warn(root.keyLine(key), "the section '" + key + "' is not looked at"));
		LiteLlmDeployments reader = new LiteLlmDeployments(this.findings, this.served, this.environment, this.prices);
		Map<String, Model> models = models(entries(root, reader), new LiteLlmRouting(root, this.findings));
		if (models.isEmpty()) {
			this.findings.fault(root.line("model_list"), "no entry of 'model_list' can be called");
		}
		return new LiteLlmModels(models, reader.providers());
	}

	private static Map<String, List<LiteLlmEntry>> entries(YamlObject root, LiteLlmDeployments reader) {
		Map<String, List<LiteLlmEntry>> entries = new LinkedHashMap<>();
		for (YamlObject entry : root.objects("model_list")) {
			String name = entry.text("model_name");
			reader.read(entry).ifPresent((read) -> entries.computeIfAbsent(name, (key) -> new ArrayList<>()).add(read));
		}
		return entries;
	}

	private static Map<String, Model> models(Map<String, List<LiteLlmEntry>> entries, LiteLlmRouting routing) {
		Map<String, Model> models = new LinkedHashMap<>();
		Strategy strategy = routing.strategy();
		entries.forEach((name, group) -> models.put(name,
				new LiteLlmGroup(name, group).model(strategy, routing.fallbacks(name, entries.keySet()))));
		routing.aliases().forEach((alias, name) -> {
			List<LiteLlmEntry> group = entries.get(name);
			if (group != null && !models.containsKey(alias)) {
				models.put(alias,
						new LiteLlmGroup(alias, group).model(strategy, routing.fallbacks(name, entries.keySet())));
			}
		});
		return models;
	}

}
