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

	private final float[] weights = new float[Features.ROWS * Model.STRIDE];

	private final float[] squares = new float[Features.ROWS * Model.STRIDE];

	private final float[] sums = new float[Features.ROWS * Model.STRIDE];

	private final float[] transitions = new float[TAGS * TAGS];

	private final float[] transitionSums = new float[TAGS * TAGS];

	private int summed;

	private final float[] transitionSquares = new float[TAGS * TAGS];

	private final float[] factors = new float[TAGS * TAGS];

	private final Census census;

	private final int[][] rows = new int[LONGEST][Features.MOST];

	private final int[] counts = new int[LONGEST];

	private final Lattice lattice = new Lattice(LONGEST, this.factors);

	/**
	 * Start with no weights.
	 * @param gazetteer the lists
	 * @param census which features there are
	 */
	public Trainer(Gazetteer gazetteer, Census census) {
		this.gazetteer = gazetteer;
		this.census = census;
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
			this.counts[i] = this.census.rows(this.rows[i], features.read(i, this.rows[i]));
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
			int at = this.rows[i][n] * Model.STRIDE;
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
					int at = this.rows[i][n] * Model.STRIDE + tag;
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
	 * Remember the weights as they are now. The model is the mean of what was remembered,
	 * which depends less on the texts that came last than any single state does.
	 */
	public void remember() {
		add(this.weights, this.sums);
		add(this.transitions, this.transitionSums);
		this.summed++;
	}

	private static void add(float[] values, float[] sums) {
		for (int i = 0; i < values.length; i++) {
			sums[i] += values[i];
		}
	}

	/**
	 * The model as it is now, or the mean of what was remembered.
	 * @return the weights in the form in which they are used
	 */
	public Model model() {
		if (this.summed == 0) {
			remember();
		}
		byte[] steps = new byte[this.sums.length];
		for (int i = 0; i < steps.length; i++) {
			float mean = this.sums[i] / this.summed;
			float weight = (Math.abs(mean) < DUST) ? 0 : mean;
			steps[i] = (byte) Math.clamp(Math.round(weight / Model.STEP), -127, 127);
		}
		this.census.print(steps);
		float[] means = new float[this.transitionSums.length];
		for (int i = 0; i < means.length; i++) {
			means[i] = this.transitionSums[i] / this.summed;
		}
		return new Model(steps, means);
	}

}
