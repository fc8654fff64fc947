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
	public static final int TEXTS = 450_000;

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
		Trainer trainer = new Trainer(this.gazetteer);
		RandomGenerator random = new SplittableRandom(seed);
		Corpus corpus = new Corpus(split, random);
		for (int n = 0; n < this.texts; n++) {
			trainer.learn(corpus.next(), new Forgetting(random));
		}
		return trainer.model();
	}

}
