package io.hilum.phi.training.chain;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

import io.hilum.phi.detect.dictionary.Gazetteer;
import io.hilum.phi.detect.tagger.Model;
import io.hilum.phi.training.corpus.Corpus;
import io.hilum.phi.training.corpus.Split;

/**
 * Trains a model on texts that are written for it and thrown away, so that no text is
 * learned twice.
 */
public final class Training {

	/**
	 * The number of texts from which the model learns.
	 */
	public static final int TEXTS = 900_000;

	/** The second half of the training is remembered every so many texts. */
	private static final int REMEMBERED = 4000;

	/** One text of so many is looked through for features before the training. */
	private static final int COUNTED = 12;

	/** At least so many texts are looked through. */
	private static final int LEAST_COUNTED = 10_000;

	private final Gazetteer gazetteer;

	private final int texts;

	/**
	 * Create a training.
	 * @param gazetteer the lists
	 * @param texts the number of texts
	 */
	public Training(Gazetteer gazetteer, int texts) {
		this.gazetteer = gazetteer;
		this.texts = texts;
	}

	/**
	 * Train a model.
	 * @param split what it may see
	 * @param seed the seed of all choices
	 * @return the model
	 */
	public Model train(Split split, long seed) {
		Trainer trainer = new Trainer(this.gazetteer, census(split, seed));
		RandomGenerator random = new SplittableRandom(seed);
		Corpus corpus = new Corpus(split, random);
		for (int n = 0; n < this.texts; n++) {
			trainer.learn(corpus.next(), new Forgetting(random));
			if (n >= this.texts / 2 && n % REMEMBERED == 0) {
				trainer.remember();
			}
		}
		return trainer.model();
	}

	private Census census(Split split, long seed) {
		Census census = new Census(this.gazetteer);
		Corpus counted = new Corpus(split, new SplittableRandom(seed));
		Corpus claiming = new Corpus(split, new SplittableRandom(seed));
		int share = Math.max(Math.min(this.texts, LEAST_COUNTED), this.texts / COUNTED);
		for (int n = 0; n < share; n++) {
			census.count(counted.next());
		}
		for (int n = 0; n < share; n++) {
			census.claim(claiming.next());
		}
		return census;
	}

}
