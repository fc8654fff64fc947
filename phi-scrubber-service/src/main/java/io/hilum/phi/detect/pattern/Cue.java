package io.hilum.phi.detect.pattern;

import java.util.List;

import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;

/**
 * A phrase that announces an identifier.
 *
 * @param words the folded tokens of the phrase
 * @param type what the identifier is
 * @param least the least number of letters and digits that its value has
 * @param anyWord whether a value without digits will do
 */
record Cue(List<String> words, EntityType type, int least, boolean anyWord) {

	/** Whether the phrase stands at a token. */
	boolean standsAt(Document document, int first) {
		for (int i = 0; i < this.words.size(); i++) {
			if (!document.is(first + i, this.words.get(i))) {
				return false;
			}
		}
		return true;
	}

	/** Whether the phrase alone leaves little doubt that an identifier follows. */
	boolean isStrong() {
		return this.least <= 3;
	}

}
