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
 * @param capacity its quotas
 */
public record Deployment(ProviderDefinition provider, String model, Price price, int priority, int weight,
		String limitField, Capacity capacity) {

	/**
	 * A deployment without stated quotas.
	 * @param provider the provider
	 * @param model what the provider calls it
	 * @param price what it costs there
	 * @param priority the lower, the earlier it is tried
	 * @param weight its share where shares decide
	 * @param limitField where this provider expects the most output tokens
	 */
	public Deployment(ProviderDefinition provider, String model, Price price, int priority, int weight,
			String limitField) {
		this(provider, model, price, priority, weight, limitField, Capacity.UNSTATED);
	}

	/**
	 * The id of the deployment.
	 * @return {@code provider/model}
	 */
	public String id() {
		return this.provider.id() + "/" + this.model;
	}

}
