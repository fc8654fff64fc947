package io.hilum.routing.catalogue;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How a model's answers are given again.
 *
 * @param ttl for how long
 * @param similarity for whom also to another wording of the question, if for anybody
 */
public record Caching(Duration ttl, @Nullable Similarity similarity) {

}
