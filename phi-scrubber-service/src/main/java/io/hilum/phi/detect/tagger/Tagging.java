package io.hilum.phi.detect.tagger;

import io.hilum.phi.detect.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * How likely each token of a text is part of a name, of a place or of an organisation,
 * and the first of one.
 */
final class Tagging {

	/** New name, more of a name, new place, more of a place, and of an organisation. */
	private static final int WIDTH = 6;

	private final float[] probabilities;

	Tagging(int size) {
		this.probabilities = new float[size * WIDTH];
	}

	void put(int token, Lattice lattice, int at) {
		for (int n = 0; n < WIDTH; n++) {
			this.probabilities[token * WIDTH + n] = lattice.probability(at, n + 1);
		}
	}

	/** What a token is, if it is likelier than a bound that it is anything. */
	@Nullable EntityType type(int token, float bound) {
		if (taken(token) < bound) {
			return null;
		}
		return (name(token) >= place(token)) ? EntityType.NAME : EntityType.LOCATION;
	}

	/** The probability that a token is part of a name or a place. */
	float taken(int token) {
		return name(token) + place(token);
	}

	/** Whether a token rather starts something than goes on with it. */
	boolean begins(int token) {
		int at = token * WIDTH;
		return this.probabilities[at] + this.probabilities[at + 2] > this.probabilities[at + 1]
				+ this.probabilities[at + 3];
	}

	/** The probability that a token is part of anything with a name. */
	float named(int token) {
		int at = token * WIDTH;
		return taken(token) + this.probabilities[at + 4] + this.probabilities[at + 5];
	}

	/** The probability that a token is part of an organisation. */
	float organisation(int token) {
		return named(token) - taken(token);
	}

	private float name(int token) {
		return this.probabilities[token * WIDTH] + this.probabilities[token * WIDTH + 1];
	}

	private float place(int token) {
		return this.probabilities[token * WIDTH + 2] + this.probabilities[token * WIDTH + 3];
	}

}
