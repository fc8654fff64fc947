package io.hilum.gateway.phi;

import java.util.List;
import java.util.Map;

import io.hilum.trust.text.PhiText;

/**
 * What became of texts that were searched for identifiers.
 */
public sealed interface ScrubOutcome {

	/**
	 * How many identifiers of each type were found.
	 * @return the numbers by type
	 */
	Map<String, Integer> counts();

	/**
	 * The texts are free of identifiers, but for those that may stay.
	 *
	 * @param policyVersion the version of the policy
	 * @param texts the texts in the order in which they were given
	 * @param pseudonyms what each pseudonym stands for
	 * @param counts how many identifiers of each type were replaced
	 * @param kept whether the policy let identifiers stay, so that the texts are raw
	 */
	record Scrubbed(String policyVersion, List<PhiText> texts, Map<String, PhiText> pseudonyms,
			Map<String, Integer> counts, boolean kept) implements ScrubOutcome {

		/**
		 * Texts without identifiers.
		 * @param policyVersion the version of the policy
		 * @param texts the texts in the order in which they were given
		 * @param pseudonyms what each pseudonym stands for
		 * @param counts how many identifiers of each type were replaced
		 */
		public Scrubbed(String policyVersion, List<PhiText> texts, Map<String, PhiText> pseudonyms,
				Map<String, Integer> counts) {
			this(policyVersion, texts, pseudonyms, counts, false);
		}

		/**
		 * There was nothing to search.
		 * @param policyVersion the version of the policy, as far as it is known
		 * @return an outcome without texts
		 */
		public static Scrubbed nothing(String policyVersion) {
			return new Scrubbed(policyVersion, List.of(), Map.of(), Map.of());
		}

	}

	/**
	 * There are identifiers, and the policy is to refuse them.
	 *
	 * @param message what the client is told
	 * @param counts how many identifiers of each type were found
	 */
	record Blocked(String message, Map<String, Integer> counts) implements ScrubOutcome {
	}

}
