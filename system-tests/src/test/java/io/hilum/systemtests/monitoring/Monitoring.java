package io.hilum.systemtests.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of the chart for Grafana and Prometheus.
 */
public final class Monitoring {

	private static final Path CHART = Path.of("..", "helm", "hilum").toAbsolutePath().normalize();

	private static final JsonMapper JSON = new JsonMapper();

	private Monitoring() {
	}

	/**
	 * The dashboard.
	 * @return its JSON
	 */
	public static JsonNode dashboard() {
		return JSON.readTree(CHART.resolve("dashboards/hilum.json").toFile());
	}

	/**
	 * The rules of alerts.
	 * @return each with its fields
	 */
	public static List<JsonNode> rules() {
		try {
			Object file = new Yaml(new SafeConstructor(new LoaderOptions()))
				.load(Files.readString(CHART.resolve("alerts/rules.yaml")));
			JsonNode groups = JSON.valueToTree(file).path("groups");
			return groups.valueStream().flatMap((group) -> group.path("rules").valueStream()).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Every expression of both.
	 * @return the expressions
	 */
	public static List<String> expressions() {
		List<String> expressions = new ArrayList<>();
		dashboard().path("panels")
			.forEach((panel) -> panel.path("targets")
				.forEach((target) -> expressions.add(target.path("expr").stringValue())));
		rules().forEach((rule) -> expressions.add(rule.path("expr").stringValue()));
		return expressions;
	}

}
