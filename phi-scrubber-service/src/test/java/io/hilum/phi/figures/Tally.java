package io.hilum.phi.figures;

/**
 * So many of so many.
 *
 * @param hits how many
 * @param all of how many
 */
record Tally(int hits, int all) {

	static final Tally NONE = new Tally(0, 0);

	static Tally of(boolean hit) {
		return new Tally(hit ? 1 : 0, 1);
	}

	Tally plus(Tally other) {
		return new Tally(this.hits + other.hits, this.all + other.all);
	}

	/** The share in a hundred; 0 where there is nothing. */
	double percent() {
		return (this.all == 0) ? 0 : 100.0 * this.hits / this.all;
	}

}
