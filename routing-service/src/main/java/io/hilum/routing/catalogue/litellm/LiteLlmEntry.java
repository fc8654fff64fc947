package io.hilum.routing.catalogue.litellm;

import io.hilum.routing.catalogue.Price;
import io.hilum.routing.catalogue.ProviderDefinition;
import org.jspecify.annotations.Nullable;

/**
 * An entry of {@code model_list} that can be called.
 *
 * @param provider where it calls
 * @param model what the provider calls the model
 * @param price what it costs
 * @param weight its share, if it is written
 * @param rpm requests per minute, if they are written
 * @param tpm tokens per minute, if they are written
 * @param order its place, if it is written
 * @param context how many tokens it takes, if that is written
 * @param maxOutput how many tokens it gives at most, if that is written
 */
record LiteLlmEntry(ProviderDefinition provider, String model, Price price, @Nullable Integer weight,
		@Nullable Integer rpm, @Nullable Integer tpm, @Nullable Integer order, @Nullable Integer context,
		@Nullable Integer maxOutput) {

}
