package io.hilum.phi.training.chain;

import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.dictionary.Gazetteer;
import io.hilum.phi.detect.dictionary.Words;
import io.hilum.phi.detect.tagger.Features;
import io.hilum.phi.detect.tagger.Lattice;
import io.hilum.phi.detect.tagger.Model;
import io.hilum.phi.detect.tagger.Tag;
import io.hilum.phi.detect.tagger.Veil;
import io.hilum.phi.training.corpus.Labelled;

/**
 * Trains a linear-chain conditional random field by stochastic gradient descent with
 * AdaGrad's step sizes, one text at a time. Same texts in the same order give the same
 * weights.
 */
public final class Trainer {

	private static final int TAGS = Tag.COUNT;

	private static final int LONGEST = 1500;

	private static final float RATE = 0.12f;

	private static final float DECAY = 2e-6f;

	/** Weights smaller than this are dropped: they say nothing and do not pack. */
	private static final float DUST = 0.03f;

	private final Gazetteer gazetteer;

	private final float[] weights = new float[Features.BUCKETS * Model.STRIDE];

	private final float[] squares = new float[Features.BUCKETS * Model.STRIDE];

	private final float[] transitions = new float[TAGS * TAGS];

	private final float[] transitionSquares = new float[TAGS * TAGS];

	private final float[] factors = new float[TAGS * TAGS];

	private final int[][] buckets = new int[LONGEST][Features.MOST];

	private final int[] counts = new int[LONGEST];

	private final Lattice lattice = new Lattice(LONGEST, this.factors);

	/**
	 * Start with no weights.
	 * @param gazetteer the lists
	 */
	public Trainer(Gazetteer gazetteer) {
		this.gazetteer = gazetteer;
	}

	/**
	 * Learn from one text.
	 * @param labelled the text
	 * @param veil what is hidden of it
	 */
	public void learn(Labelled labelled, Veil veil) {
		Document document = new Document(labelled.text());
		int size = Math.min(document.size(), LONGEST);
		if (size == 0) {
			return;
		}
		int[] gold = labelled.tags(document);
		Features features = new Features(new Words(document, this.gazetteer), veil);
		float[] scores = new float[TAGS];
		refreshFactors();
		for (int i = 0; i < size; i++) {
			this.counts[i] = features.read(i, this.buckets[i]);
			score(i, scores);
			this.lattice.put(i, scores);
		}
		this.lattice.run(size);
		for (int i = 0; i < size; i++) {
			updateToken(i, gold[i]);
			updatePair(i, (i == 0) ? 0 : gold[i - 1], gold[i]);
		}
	}

	private void refreshFactors() {
		for (int i = 0; i < this.factors.length; i++) {
			boolean allowed = Tag.values()[i / TAGS].allows(Tag.values()[i % TAGS]);
			this.factors[i] = allowed ? (float) Math.exp(this.transitions[i]) : 0;
		}
	}

	private void score(int i, float[] scores) {
		for (int tag = 0; tag < TAGS; tag++) {
			scores[tag] = 0;
		}
		for (int n = 0; n < this.counts[i]; n++) {
			int at = this.buckets[i][n] * Model.STRIDE;
			for (int tag = 0; tag < TAGS; tag++) {
				scores[tag] += this.weights[at + tag];
			}
		}
	}

	private void updateToken(int i, int gold) {
		for (int tag = 0; tag < TAGS; tag++) {
			float gradient = ((tag == gold) ? 1 : 0) - this.lattice.probability(i, tag);
			if (Math.abs(gradient) > 1e-3f) {
				for (int n = 0; n < this.counts[i]; n++) {
					int at = this.buckets[i][n] * Model.STRIDE + tag;
					step(this.weights, this.squares, at, gradient);
				}
			}
		}
	}

	private void updatePair(int i, int before, int gold) {
		float total = 0;
		for (int pair = 0; pair < TAGS * TAGS; pair++) {
			total += this.lattice.pair(i, pair / TAGS, pair % TAGS);
		}
		for (int pair = 0; pair < TAGS * TAGS && total > 0; pair++) {
			float expected = this.lattice.pair(i, pair / TAGS, pair % TAGS) / total;
			float gradient = ((pair == before * TAGS + gold) ? 1 : 0) - expected;
			if (Math.abs(gradient) > 1e-3f) {
				step(this.transitions, this.transitionSquares, pair, gradient);
			}
		}
	}

	private static void step(float[] weights, float[] squares, int at, float gradient) {
		float slope = gradient - DECAY * weights[at];
		squares[at] += slope * slope;
		weights[at] += RATE * slope / (float) Math.sqrt(squares[at] + 1e-2f);
	}

	/**
	 * The model as it is now.
	 * @return the weights in the form in which they are used
	 */
	public Model model() {
		byte[] steps = new byte[this.weights.length];
		for (int i = 0; i < steps.length; i++) {
			float weight = (Math.abs(this.weights[i]) < DUST) ? 0 : this.weights[i];
			steps[i] = (byte) Math.clamp(Math.round(weight / Model.STEP), -127, 127);
		}
		return new Model(steps, this.transitions);
	}

}
