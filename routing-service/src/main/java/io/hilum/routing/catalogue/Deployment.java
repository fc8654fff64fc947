package io.hilum.routing.catalogue;

/**
 * A model where it runs.
 *
 * @param provider the provider
 * @param model what the provider calls it
 * @param price what it costs there
 * @param priority the lower, the earlier it is tried
 * @param weight its share where shares decide
 * @param limitField where this provider expects the most output tokens, if a client did
 * not say anything
 */
public record Deployment(ProviderDefinition provider, String model, Price price, int priority, int weight,
		String limitField) {

	/**
	 * The id of the deployment.
	 * @return {@code provider/model}
	 */
	public String id() {
		return this.provider.id() + "/" + this.model;
	}

}
