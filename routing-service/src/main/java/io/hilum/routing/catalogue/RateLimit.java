package io.hilum.routing.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * How much a model may be asked for, over all its deployments, callers and replicas. Its
 * aliases, and the models that its pattern stands for, share it.
 *
 * @param model the name of the model in the catalogue
 * @param requestsPerMinute how many requests, if they are limited
 * @param tokensPerMinute how many tokens of input and output, if they are limited
 */
public record RateLimit(String model, @Nullable Integer requestsPerMinute, @Nullable Integer tokensPerMinute) {

}
