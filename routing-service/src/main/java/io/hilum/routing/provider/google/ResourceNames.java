package io.hilum.routing.provider.google;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Names of models as paths. A catalogue may name a model alone, with its publisher, or by
 * its whole name.
 */
final class ResourceNames {

	private ResourceNames() {
	}

	/**
	 * The name of a model at Vertex AI, below its location.
	 * @param model what the catalogue calls it
	 * @return a model of a publisher, or an endpoint with a model of the customer's own
	 */
	static String atVertex(String model) {
		if (model.startsWith("publishers/") || model.startsWith("endpoints/")) {
			return model;
		}
		if (!model.isEmpty() && model.chars().allMatch(Character::isDigit)) {
			return "endpoints/" + model;
		}
		int slash = model.indexOf('/');
		if (slash > 0) {
			return "publishers/" + model.substring(0, slash) + "/models/" + model.substring(slash + 1);
		}
		return "publishers/" + (model.startsWith("claude-") ? "anthropic" : "google") + "/models/" + model;
	}

	static boolean isAnthropic(String model) {
		return atVertex(model).startsWith("publishers/anthropic/");
	}

	static String encode(String name) {
		return Arrays.stream(name.split("/"))
			.map((segment) -> URLEncoder.encode(segment, StandardCharsets.UTF_8))
			.collect(Collectors.joining("/"));
	}

}
