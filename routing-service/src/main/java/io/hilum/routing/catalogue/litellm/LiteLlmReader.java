package io.hilum.routing.catalogue.litellm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.hilum.routing.catalogue.Catalogue;
import io.hilum.routing.catalogue.Deployment;
import io.hilum.routing.catalogue.Model;
import io.hilum.routing.catalogue.PhiMode;
import io.hilum.routing.catalogue.RolePolicy;
import io.hilum.routing.catalogue.ServedTypes;
import io.hilum.routing.catalogue.Strategy;
import io.hilum.routing.catalogue.yaml.Findings;
import io.hilum.routing.catalogue.yaml.YamlObject;

/**
 * Reads the configuration file of LiteLLM's proxy as a catalogue. Entries of one name are
 * the deployments of one model and share its requests by weight, as they do there. What
 * the file cannot say gets the careful answer: no agreement, so no raw text.
 */
public final class LiteLlmReader {

	private static final List<String> ROLES = List.of("Clinician", "Billing", "Developer", "Admin");

	private final Findings findings;

	private final ServedTypes served;

	/**
	 * Create a reader.
	 * @param findings where mistakes and what is left out are noted
	 * @param served the types of providers that can be called
	 */
	public LiteLlmReader(Findings findings, ServedTypes served) {
		this.findings = findings;
		this.served = served;
	}

	/**
	 * Read the catalogue.
	 * @param root the root of the file
	 * @param version the version of the file
	 * @return the catalogue
	 */
	public Catalogue read(YamlObject root, String version) {
		LiteLlmDeployments reader = new LiteLlmDeployments(this.findings, this.served);
		Map<String, List<Deployment>> byName = new LinkedHashMap<>();
		for (YamlObject entry : root.objects("model_list")) {
			String name = entry.text("model_name");
			reader.read(entry)
				.ifPresent((deployment) -> byName.computeIfAbsent(name, (key) -> new ArrayList<>()).add(deployment));
		}
		Map<String, List<String>> fallbacks = fallbacks(root);
		Map<String, Model> models = new LinkedHashMap<>();
		byName.forEach((name, deployments) -> models.put(name, new Model(name, Strategy.WEIGHTED, deployments, null,
				null, fallbacks.getOrDefault(name, List.of()).stream().filter(byName::containsKey).toList())));
		return new Catalogue(version, models, roles(), List.of());
	}

	/**
	 * A list of mappings from a model to those that stand in for it.
	 */
	private static Map<String, List<String>> fallbacks(YamlObject root) {
		Map<String, List<String>> fallbacks = new HashMap<>();
		for (String section : List.of("router_settings", "litellm_settings")) {
			YamlObject settings = root.object(section);
			if (settings != null) {
				addFallbacks(settings, fallbacks);
			}
		}
		return fallbacks;
	}

	private static void addFallbacks(YamlObject section, Map<String, List<String>> fallbacks) {
		for (YamlObject mapping : section.objects("fallbacks")) {
			mapping.keys().forEach((model) -> fallbacks.putIfAbsent(model, mapping.texts(model)));
		}
	}

	private static Map<String, RolePolicy> roles() {
		Map<String, RolePolicy> roles = new HashMap<>();
		ROLES.forEach((role) -> roles.put(role, new RolePolicy(role, Set.of("*"), PhiMode.PSEUDONYMISE)));
		return roles;
	}

}
