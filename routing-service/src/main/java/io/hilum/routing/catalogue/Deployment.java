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
 * @param name the model as the catalogue has it: its name, or a pattern such as {@code *}
 * that stands for many, which then share quotas and health
 */
public record Deployment(ProviderDefinition provider, String model, Price price, int priority, int weight,
		String limitField, Capacity capacity, String name) {

	/**
	 * A deployment of one model.
	 * @param provider the provider
	 * @param model what the provider calls it
	 * @param price what it costs there
	 * @param priority the lower, the earlier it is tried
	 * @param weight its share where shares decide
	 * @param limitField where this provider expects the most output tokens
	 * @param capacity its quotas
	 */
	public Deployment(ProviderDefinition provider, String model, Price price, int priority, int weight,
			String limitField, Capacity capacity) {
		this(provider, model, price, priority, weight, limitField, capacity, model);
	}

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
	 * The same deployment for one of the models that its pattern stands for.
	 * @param part what the client wrote in place of the star
	 * @return the deployment
	 */
	Deployment of(String part) {
		return new Deployment(this.provider, this.model.replace("*", part), this.price, this.priority, this.weight,
				this.limitField, this.capacity, this.name);
	}

	/**
	 * The id of the deployment.
	 * @return {@code provider/name}
	 */
	public String id() {
		return this.provider.id() + "/" + this.name;
	}

}
