package io.hilum.phi.training.chain;

import java.util.random.RandomGenerator;

import io.hilum.phi.detect.dictionary.Gazetteer;
import io.hilum.phi.detect.tagger.Veil;

/**
 * Hides from training, at random, that a list has a word, or the word itself: a hospital
 * has patients, towns and medicines that no list has.
 */
final class Forgetting implements Veil {

	private static final int UNLISTED = Gazetteer.FIRST_NAME | Gazetteer.SURNAME | Gazetteer.CITY | Gazetteer.EPONYM
			| Gazetteer.DRUG | Gazetteer.ORGANISATION | Gazetteer.COUNTY;

	private final RandomGenerator random;

	private final int percent;

	/** Each text is read with another part of its words forgotten. */
	Forgetting(RandomGenerator random) {
		this.random = random;
		this.percent = switch (random.nextInt(4)) {
			case 0 -> 0;
			case 1 -> 60;
			default -> 25;
		};
	}

	@Override
	public int lists(int token, int lists) {
		if ((lists & UNLISTED) == 0 || this.random.nextInt(100) >= this.percent) {
			return lists;
		}
		return lists & ~UNLISTED;
	}

	@Override
	public boolean hidesWord(int token) {
		return this.random.nextInt(100) < 8;
	}

}
