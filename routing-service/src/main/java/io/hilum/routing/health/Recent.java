package io.hilum.routing.health;

/**
 * How calls of the last {@value #MINUTES} minutes ended, at this replica.
 *
 * @param answered how many were answered
 * @param failed how many failed, were refused for being too many or got no answer
 * @param open of how many nothing is known: the client left, or the request was wrong
 */
public record Recent(int answered, int failed, int open) {

	/**
	 * How far back it goes, in minutes.
	 */
	public static final int MINUTES = 5;

	/**
	 * No call.
	 */
	public static final Recent NONE = new Recent(0, 0, 0);

	Recent and(Recent other) {
		return new Recent(this.answered + other.answered, this.failed + other.failed, this.open + other.open);
	}

	Recent and(Outcome outcome) {
		return switch (outcome) {
			case SUCCESS -> new Recent(this.answered + 1, this.failed, this.open);
			case DROPPED -> new Recent(this.answered, this.failed + 1, this.open);
			case IGNORED -> new Recent(this.answered, this.failed, this.open + 1);
		};
	}

}
