package io.hilum.routing.body;

import org.jspecify.annotations.Nullable;

/**
 * What is changed in a body before it goes to a provider.
 *
 * @param model what the provider calls the model
 * @param maxTokens the most output tokens, or {@code null} to leave that as it is
 * @param limitField where the provider expects it in a chat completion, if the client did
 * not say anything
 */
public record BodyEdits(String model, @Nullable Integer maxTokens, String limitField) {

}
