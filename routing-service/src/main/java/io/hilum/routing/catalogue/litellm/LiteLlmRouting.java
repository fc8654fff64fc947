package io.hilum.routing.catalogue.litellm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import io.hilum.routing.catalogue.Fallbacks;
import io.hilum.routing.catalogue.Strategy;
import io.hilum.routing.catalogue.yaml.Findings;
import io.hilum.routing.catalogue.yaml.YamlObject;

/**
 * The sections {@code router_settings} and {@code litellm_settings}: how deployments are
 * chosen and what stands in for what.
 */
final class LiteLlmRouting {

	private static final Map<String, String> STRATEGIES = Map.of("simple-shuffle", "weighted", "least-busy",
			"least-busy", "usage-based-routing", "least-busy", "usage-based-routing-v2", "least-busy",
			"latency-based-routing", "least-latency", "cost-based-routing", "cheapest");

	private static final Set<String> KNOWN = Set.of("routing_strategy", "fallbacks", "default_fallbacks",
			"context_window_fallbacks", "content_policy_fallbacks", "model_group_alias");

	private static final Map<String, String> ANSWERED = Map.of("num_retries", "hilum.completion.max-attempts applies",
			"timeout", "hilum.completion.total-timeout applies", "request_timeout",
			"hilum.completion.total-timeout applies", "stream_timeout", "hilum.provider.http.idle-timeout applies",
			"cooldown_time", "hilum.health.pause applies", "allowed_fails", "hilum.health applies", "drop_params",
			"what a provider cannot do is refused by name", "redis_host", "spring.data.redis.url applies", "cache",
			"answers are kept where a model of Hilum's own format says cache");

	private final List<YamlObject> sections;

	private final Findings findings;

	LiteLlmRouting(YamlObject root, Findings findings) {
		this.sections = Stream.of("router_settings", "litellm_settings")
			.map(root::object)
			.filter(Objects::nonNull)
			.toList();
		this.findings = findings;
		this.sections.forEach(this::warn);
	}

	private void warn(YamlObject section) {
		section.keys()
			.stream()
			.filter((key) -> !KNOWN.contains(key))
			.forEach((key) -> this.findings.warn(section.line(key),
					"'" + key + "' is not looked at: " + ANSWERED.getOrDefault(key, "this build has nothing like it")));
	}

	Strategy strategy() {
		for (YamlObject section : this.sections) {
			String written = section.find("routing_strategy");
			if (!written.isBlank()) {
				return Strategy.of(STRATEGIES.getOrDefault(written, "")).orElseGet(() -> {
					this.findings.warn(section.line("routing_strategy"),
							"routing_strategy '" + written + "' is not served by this build: weighted applies");
					return Strategy.WEIGHTED;
				});
			}
		}
		return Strategy.WEIGHTED;
	}

	/**
	 * What stands in for a model. That of a content policy does so for answers too, as
	 * LiteLLM has it.
	 * @param model the name of the model
	 * @param known the models that there are
	 * @return the names of other models, in order
	 */
	Fallbacks fallbacks(String model, Set<String> known) {
		List<String> content = others("content_policy_fallbacks", model, known);
		return new Fallbacks(usual(model, known), others("context_window_fallbacks", model, known), content,
				!content.isEmpty());
	}

	private List<String> usual(String model, Set<String> known) {
		List<String> named = named("fallbacks", model);
		if (named.isEmpty()) {
			this.sections.forEach((section) -> named.addAll(section.texts("default_fallbacks")));
		}
		return served(named, model, known);
	}

	private List<String> others(String list, String model, Set<String> known) {
		return served(named(list, model), model, known);
	}

	private List<String> named(String list, String model) {
		List<String> named = new ArrayList<>();
		for (YamlObject section : this.sections) {
			section.objects(list).forEach((mapping) -> named.addAll(mapping.texts(model)));
		}
		return named;
	}

	private static List<String> served(List<String> named, String model, Set<String> known) {
		return named.stream().distinct().filter((other) -> known.contains(other) && !other.equals(model)).toList();
	}

	/**
	 * Further names of models.
	 * @return the model by its other name
	 */
	Map<String, String> aliases() {
		Map<String, String> aliases = new LinkedHashMap<>();
		for (YamlObject section : this.sections) {
			YamlObject group = section.object("model_group_alias");
			if (group != null) {
				group.keys().forEach((alias) -> aliases.put(alias, target(group, alias)));
			}
		}
		return aliases;
	}

	private static String target(YamlObject group, String alias) {
		String plain = group.find(alias);
		YamlObject detailed = plain.isBlank() ? group.object(alias) : null;
		return (detailed != null) ? detailed.find("model") : plain;
	}

}
