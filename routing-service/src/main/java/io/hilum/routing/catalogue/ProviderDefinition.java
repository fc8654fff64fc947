package io.hilum.routing.catalogue;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * Where a provider is and how to log in.
 *
 * @param id what the catalogue calls it
 * @param type its kind
 * @param endpoint its root, absent for {@link ProviderType#SANDBOX} only
 * @param apiKey the secret, if it needs one; Azure without one is logged in to by
 * workload identity
 * @param apiVersion the version of the API, for Azure
 * @param region where it computes, if that is known
 */
public record ProviderDefinition(String id, ProviderType type, @Nullable URI endpoint, @Nullable String apiKey,
		@Nullable String apiVersion, @Nullable String region) {

	@Override
	public String toString() {
		return "ProviderDefinition[id=" + this.id + ", type=" + this.type + ", endpoint=" + this.endpoint + ", region="
				+ this.region + "]";
	}

}
