package io.hilum.routing.catalogue;

import java.util.Set;

/**
 * Whose questions to a model may get the answer of one that is worded in another way.
 *
 * @param embeddings the model of the catalogue that measures how near two wordings are
 * @param threshold how near they must be (cosine), from 0.9 to 1
 * @param teams the teams for which that is done
 */
public record Similarity(String embeddings, double threshold, Set<String> teams) {

	public Similarity {
		teams = Set.copyOf(teams);
	}

}
