package io.hilum.phi.scrub;

import java.util.List;
import java.util.Map;

import io.hilum.phi.detect.EntityType;

/**
 * What became of the texts of a request. It prints counts only.
 */
public sealed interface ScrubResult {

	/**
	 * How many identifiers of each type were found.
	 * @return the counts, without types of which there was none
	 */
	Map<EntityType, Integer> counts();

	/**
	 * The texts without identifiers.
	 *
	 * @param texts the texts, in the order in which they came
	 * @param pseudonyms what each pseudonym stands for
	 * @param counts how many identifiers of each type were replaced
	 * @param dates what each date that was moved stands for, in every form in which it
	 * may come back
	 * @param kept how many identifiers of each type the policy left as they are, which
	 * makes the texts raw
	 */
	record Scrubbed(List<String> texts, Map<String, String> pseudonyms, Map<EntityType, Integer> counts,
			Map<String, String> dates, Map<EntityType, Integer> kept) implements ScrubResult {

		/**
		 * Texts in which nothing was moved or kept.
		 * @param texts the texts
		 * @param pseudonyms what each pseudonym stands for
		 * @param counts how many identifiers of each type were replaced
		 */
		public Scrubbed(List<String> texts, Map<String, String> pseudonyms, Map<EntityType, Integer> counts) {
			this(texts, pseudonyms, counts, Map.of(), Map.of());
		}

		@Override
		public String toString() {
			return "Scrubbed" + this.counts;
		}

	}

	/**
	 * The texts hold identifiers and must not go on.
	 *
	 * @param counts how many identifiers of each type that is blocked were found
	 */
	record Blocked(Map<EntityType, Integer> counts) implements ScrubResult {
	}

}
