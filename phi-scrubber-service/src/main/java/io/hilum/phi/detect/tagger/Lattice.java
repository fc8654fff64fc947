package io.hilum.phi.detect.tagger;

/**
 * Probabilities of the tags of a row of tokens, forward and backward over a linear chain,
 * where the tag of a token depends on its features and on the tag before. The bound of
 * the row bounds time and memory; training uses the same sums.
 */
public final class Lattice {

	private static final int TAGS = Tag.COUNT;

	private final int bound;

	private final float[] factors;

	private final float[] local;

	private final float[] forward;

	private final float[] backward;

	private final float[] start = new float[TAGS];

	/**
	 * Make room.
	 * @param bound the most tokens of a row
	 * @param factors for each tag the factors of the tags after it, 0 for those that
	 * cannot be
	 */
	public Lattice(int bound, float[] factors) {
		this.bound = bound;
		this.factors = factors;
		this.local = new float[bound * TAGS];
		this.forward = new float[bound * TAGS];
		this.backward = new float[bound * TAGS];
		this.start[0] = 1;
	}

	/**
	 * Say what the features of a token speak for.
	 * @param at the index in the row
	 * @param scores the weight of each tag
	 */
	public void put(int at, float[] scores) {
		float most = scores[0];
		for (int tag = 1; tag < TAGS; tag++) {
			most = Math.max(most, scores[tag]);
		}
		for (int tag = 0; tag < TAGS; tag++) {
			this.local[at * TAGS + tag] = (float) Math.exp(Math.max(scores[tag] - most, -60));
		}
	}

	/**
	 * Compute the probabilities of a row whose tokens were put.
	 * @param size the number of tokens
	 */
	public void run(int size) {
		if (size > this.bound) {
			throw new IllegalArgumentException("the row has no room for " + size);
		}
		for (int at = 0; at < size; at++) {
			forward(at);
		}
		for (int at = size - 1; at >= 0; at--) {
			backward(at, at == size - 1);
		}
	}

	/**
	 * Go on with the next row where this one ended, rather than afresh.
	 * @param size the number of tokens of this row
	 */
	public void carry(int size) {
		System.arraycopy(this.forward, (size - 1) * TAGS, this.start, 0, TAGS);
	}

	/**
	 * The probability of a tag.
	 * @param at the index in the row
	 * @param tag the ordinal of the tag
	 * @return the probability given the whole row
	 */
	public float probability(int at, int tag) {
		return this.forward[at * TAGS + tag] * this.backward[at * TAGS + tag];
	}

	/**
	 * The probability of two tags in succession.
	 * @param at the index of the second token
	 * @param before the ordinal of the tag of the first
	 * @param tag the ordinal of the tag of the second
	 * @return what is proportional to the probability given the whole row
	 */
	public float pair(int at, int before, int tag) {
		float first = (at == 0) ? this.start[before] : this.forward[(at - 1) * TAGS + before];
		return first * this.factors[before * TAGS + tag] * this.local[at * TAGS + tag] * this.backward[at * TAGS + tag];
	}

	private void forward(int at) {
		float total = 0;
		for (int tag = 0; tag < TAGS; tag++) {
			float sum = 0;
			for (int before = 0; before < TAGS; before++) {
				float first = (at == 0) ? this.start[before] : this.forward[(at - 1) * TAGS + before];
				sum += first * this.factors[before * TAGS + tag];
			}
			sum *= this.local[at * TAGS + tag];
			this.forward[at * TAGS + tag] = sum;
			total += sum;
		}
		float scale = 1 / Math.max(total, 1e-30f);
		for (int tag = 0; tag < TAGS; tag++) {
			this.forward[at * TAGS + tag] *= scale;
		}
	}

	/** Scaled so that forward times backward sums up to one. */
	private void backward(int at, boolean last) {
		float total = 0;
		for (int tag = 0; tag < TAGS; tag++) {
			float sum = last ? 1 : 0;
			for (int next = 0; next < TAGS && !last; next++) {
				int there = (at + 1) * TAGS + next;
				sum += this.factors[tag * TAGS + next] * this.local[there] * this.backward[there];
			}
			this.backward[at * TAGS + tag] = sum;
			total += sum * this.forward[at * TAGS + tag];
		}
		float scale = 1 / Math.max(total, 1e-30f);
		for (int tag = 0; tag < TAGS; tag++) {
			this.backward[at * TAGS + tag] *= scale;
		}
	}

}
