package io.hilum.rag.chunk;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How documents are cut, in characters (UTF-16 units).
 *
 * @param target how long a chunk should be
 * @param max how long a chunk may be
 * @param overlap how much of its end the next one repeats at most
 */
@ConfigurationProperties("hilum.chunking")
public record ChunkProperties(@DefaultValue("900") int target, @DefaultValue("1000") int max,
		@DefaultValue("120") int overlap) {

	public ChunkProperties {
		if (target < 2 || max < target || overlap < 0 || overlap > target / 2) {
			throw new IllegalArgumentException("hilum.chunking needs 2 <= target <= max and overlap <= target / 2, has "
					+ target + ", " + max + " and " + overlap);
		}
	}

}
