package io.hilum.routing.catalogue.file;

import java.util.List;
import java.util.Map;

import io.hilum.routing.catalogue.Deployment;
import io.hilum.routing.catalogue.Fallbacks;
import io.hilum.routing.catalogue.Model;
import io.hilum.routing.catalogue.yaml.Findings;
import io.hilum.routing.catalogue.yaml.YamlObject;

/**
 * The section {@code aliases}: other names of models, {@code alias: model}, or
 * {@code alias: model@2024-11-20} for those of its deployments alone that serve the model
 * of that date. A pin falls back to nothing: whoever pins wants that model or none. Roles
 * name aliases as they name models.
 */
final class AliasSection {

	private final Findings findings;

	AliasSection(Findings findings) {
		this.findings = findings;
	}

	/**
	 * Add the aliases to the models.
	 * @param root the root of the file
	 * @param models the models by name
	 */
	void addTo(YamlObject root, Map<String, Model> models) {
		YamlObject section = root.object("aliases");
		if (section == null) {
			return;
		}
		Map<String, Model> targets = Map.copyOf(models);
		for (String alias : section.keys()) {
			if (targets.containsKey(alias)) {
				this.findings.fault(section.line(alias), "alias '" + alias + "' is the name of a model");
			}
			else {
				add(alias, section, targets, models);
			}
		}
	}

	private void add(String alias, YamlObject section, Map<String, Model> targets, Map<String, Model> models) {
		String target = section.text(alias);
		int at = target.lastIndexOf('@');
		Model whole = targets.get(target);
		Model pinned = (whole == null && at > 0) ? targets.get(target.substring(0, at)) : null;
		if (whole != null) {
			models.put(alias, whole.as(alias, whole.deployments(), whole.fallbacks()));
		}
		else if (pinned != null) {
			pin(alias, pinned, target.substring(at + 1), section, models);
		}
		else {
			this.findings.fault(section.line(alias), "there is no model '" + target + "'");
		}
	}

	private void pin(String alias, Model model, String date, YamlObject section, Map<String, Model> models) {
		List<Deployment> dated = model.deployments().stream().filter((one) -> isOf(one, date)).toList();
		if (dated.isEmpty()) {
			this.findings.fault(section.line(alias), "no deployment of '" + model.name() + "' is of " + date
					+ ": its name at the provider must end with the date");
			return;
		}
		models.put(alias, model.as(alias, dated, Fallbacks.NONE));
	}

	/**
	 * OpenAI writes {@code name-2024-11-20}, Anthropic {@code name-20241022}, Google
	 * {@code name@20240620}.
	 */
	private static boolean isOf(Deployment deployment, String date) {
		return deployment.model().endsWith("-" + date) || deployment.model().endsWith("@" + date);
	}

}
