package io.hilum.phi.classify;

import java.time.Duration;

/**
 * Within which bounds a classifier works.
 *
 * @param threshold from which probability on something is an identifier
 * @param overlap how many pieces two windows over a text share
 * @param timeout how long one text may take; looked at between windows
 */
public record ClassifierBounds(float threshold, int overlap, Duration timeout) {

	public ClassifierBounds {
		if (!(threshold > 0 && threshold <= 1) || overlap < 2 || !timeout.isPositive()) {
			throw new IllegalArgumentException(
					"hilum.phi.classifier needs a threshold above 0 and at most 1, an overlap of 2 or more, and a timeout");
		}
	}

}
