package io.hilum.routing.catalogue.litellm;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.hilum.routing.catalogue.yaml.Findings;
import io.hilum.routing.catalogue.yaml.References;
import io.hilum.routing.catalogue.yaml.Variables;
import io.hilum.routing.catalogue.yaml.YamlObject;
import org.jspecify.annotations.Nullable;

/**
 * The {@code litellm_params} of an entry, with the variables by which LiteLLM completes
 * them.
 */
final class LiteLlmParameters {

	private static final Set<String> KNOWN = Set.of("model", "custom_llm_provider", "api_base", "base_url", "api_key",
			"api_version", "organization", "vertex_project", "vertex_ai_project", "vertex_location",
			"vertex_ai_location", "vertex_credentials", "vertex_ai_credentials", "aws_region_name", "aws_access_key_id",
			"aws_secret_access_key", "aws_session_token", "aws_bedrock_runtime_endpoint", "region_name", "rpm", "tpm",
			"weight", "order", "input_cost_per_token", "output_cost_per_token", "cache_read_input_token_cost",
			"cache_creation_input_token_cost");

	/**
	 * What Hilum has one answer to for all deployments.
	 */
	private static final Map<String, String> ANSWERED = Map.of("timeout",
			"hilum.provider.http.response-timeout applies", "stream_timeout",
			"hilum.provider.http.idle-timeout applies", "max_retries", "hilum.completion.max-attempts applies",
			"num_retries", "hilum.completion.max-attempts applies", "drop_params",
			"what a provider cannot do is refused by name");

	private final YamlObject content;

	private final Variables environment;

	LiteLlmParameters(YamlObject content, Variables environment) {
		this.content = content;
		this.environment = environment;
	}

	YamlObject content() {
		return this.content;
	}

	/**
	 * Name what is not looked at.
	 * @param findings where it is noted
	 */
	void warn(Findings findings) {
		this.content.keys()
			.stream()
			.filter((key) -> !KNOWN.contains(key))
			.forEach((key) -> findings.warn(this.content.line(key),
					"'" + key + "' is not looked at: " + ANSWERED.getOrDefault(key, "this build has nothing like it")));
	}

	/**
	 * A parameter that a file may write under several names.
	 * @param keys the names
	 * @return the first that is written and not blank, or {@code null}
	 */
	@Nullable String find(String... keys) {
		for (String key : keys) {
			References.Expansion expansion = this.content.expansion(key);
			if (expansion != null && !expansion.value().isBlank()) {
				return expansion.value().strip();
			}
		}
		return null;
	}

	/**
	 * A parameter, or else what a variable says.
	 * @param variables the names of variables, the first that is set counts
	 * @param keys the names of the parameter
	 * @return the value or {@code null}
	 */
	@Nullable String findOr(List<String> variables, String... keys) {
		String written = find(keys);
		return (written != null) ? written
				: variables.stream()
					.map(this.environment::find)
					.filter(Objects::nonNull)
					.filter((value) -> !value.isBlank())
					.findFirst()
					.orElse(null);
	}

	int line(String key) {
		return this.content.line(key);
	}

}
