package io.hilum.routing.catalogue.file;

import io.hilum.routing.catalogue.yaml.Findings;
import io.hilum.routing.catalogue.yaml.References;
import io.hilum.routing.catalogue.yaml.Variables;
import io.hilum.routing.catalogue.yaml.YamlObject;
import io.hilum.routing.catalogue.yaml.YamlText;

/**
 * The environment, completed by what a file of LiteLLM sets in its section
 * {@code environment_variables}.
 */
final class OwnVariables {

	private OwnVariables() {
	}

	static Variables of(String text, Variables environment) {
		YamlObject own = YamlText.parse(text, new Findings(), new References(environment))
			.object("environment_variables");
		if (own == null) {
			return environment;
		}
		return (name) -> {
			String value = environment.find(name);
			return (value != null || !own.keys().contains(name)) ? value : own.find(name);
		};
	}

}
