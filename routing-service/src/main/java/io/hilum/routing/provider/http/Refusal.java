package io.hilum.routing.provider.http;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What an answer without success means.
 *
 * @param status the HTTP status that says it
 * @param retryAfter when the provider wants to be asked again, if it said so
 */
public record Refusal(int status, @Nullable Duration retryAfter) {

}
