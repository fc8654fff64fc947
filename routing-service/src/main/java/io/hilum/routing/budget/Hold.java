package io.hilum.routing.budget;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Money that is set aside for a request.
 *
 * @param id the id of the hold
 * @param nanoUsd how much is set aside
 * @param estimateNanoUsd what is charged if nobody settles it
 * @param maxTokens the most output tokens of one answer that it covers
 * @param remainingNanoUsd what the tightest hard budget has left, or {@code null} if
 * there is none
 * @param accounts the counters that it touches
 */
public record Hold(String id, long nanoUsd, long estimateNanoUsd, int maxTokens, @Nullable Long remainingNanoUsd,
		List<String> accounts) {

}
