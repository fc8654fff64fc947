package io.hilum.routing.catalogue;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Where a provider is and how to log in.
 *
 * @param id what the catalogue calls it
 * @param type its kind
 * @param endpoint its root; absent for {@link ProviderType#SANDBOX}, and for
 * {@link ProviderType#VERTEX_AI} and {@link ProviderType#BEDROCK} where it follows from
 * location and region
 * @param apiKey the secret, if it needs one; Azure without one is logged in to by
 * workload identity, Vertex AI and Bedrock by the credentials of the environment
 * @param apiVersion the version of the API, for Azure
 * @param region where it computes, if that is known
 * @param settings what only one type has, by its key in the catalogue: {@code version} of
 * Anthropic; {@code project}, {@code location} and {@code credentials} (a path or JSON)
 * of Vertex AI; {@code access-key-id}, {@code secret-access-key} and
 * {@code session-token} of Bedrock; {@code organization} of OpenAI; {@code betas} of
 * those who have Anthropic's models. Values may be secrets.
 */
public record ProviderDefinition(String id, ProviderType type, @Nullable URI endpoint, @Nullable String apiKey,
		@Nullable String apiVersion, @Nullable String region, Map<String, String> settings) {

	public ProviderDefinition {
		settings = Map.copyOf(settings);
	}

	public ProviderDefinition(String id, ProviderType type, @Nullable URI endpoint, @Nullable String apiKey,
			@Nullable String apiVersion, @Nullable String region) {
		this(id, type, endpoint, apiKey, apiVersion, region, Map.of());
	}

	/**
	 * A setting that only this type has.
	 * @param key its key in the catalogue
	 * @return the value or {@code null}
	 */
	public @Nullable String setting(String key) {
		return this.settings.get(key);
	}

	/**
	 * The betas of Anthropic's API that may be asked for here.
	 * @param wanted what a client wants
	 * @return what of it the catalogue allows
	 */
	public List<String> betas(List<String> wanted) {
		String allowed = setting("betas");
		return (wanted.isEmpty() || allowed == null) ? List.of()
				: wanted.stream().filter(Set.of(allowed.split(","))::contains).toList();
	}

	@Override
	public String toString() {
		return "ProviderDefinition[id=" + this.id + ", type=" + this.type + ", endpoint=" + this.endpoint + ", region="
				+ this.region + "]";
	}

}
