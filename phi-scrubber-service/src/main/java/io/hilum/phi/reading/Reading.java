package io.hilum.phi.reading;

import java.util.List;
import java.util.Optional;

/**
 * A text as a person reads it: without what cannot be seen, with look-alikes as the
 * letters of ASCII that they look like, and with HTML, JSON and URL escapes and Base64
 * undone. Each UTF-16 unit knows the stretch of the text that it came from, and these
 * stretches never go backwards. Immutable. It prints its length only.
 */
public final class Reading {

	/** How often forms may be nested in each other. */
	private static final int ROUNDS = 3;

	private static final List<Layer> LAYERS = List.of(new Characters(), new Escapes(), new Base64Runs());

	private static final int[] SAME = {};

	private final String text;

	private final int[] starts;

	private final int[] ends;

	Reading(String text, int[] starts, int[] ends) {
		this.text = text;
		this.starts = starts;
		this.ends = ends;
	}

	/**
	 * Read a text.
	 * @param text the text
	 * @return its reading, nothing if it reads as it stands
	 */
	public static Optional<Reading> of(String text) {
		Reading first = new Reading(text, SAME, SAME);
		Reading reading = first;
		for (int round = 0; round < ROUNDS; round++) {
			Reading before = reading;
			for (Layer layer : LAYERS) {
				Draft draft = new Draft(reading);
				layer.read(reading.text, draft);
				reading = draft.done();
			}
			if (reading == before) {
				break;
			}
		}
		return (reading == first) ? Optional.empty() : Optional.of(reading);
	}

	/**
	 * How a text reads.
	 * @param text the text
	 * @return the text without hidden forms, the same if it has none
	 */
	public static String plain(String text) {
		return of(text).map(Reading::text).orElse(text);
	}

	/**
	 * The text as it reads.
	 * @return the text
	 */
	public String text() {
		return this.text;
	}

	/**
	 * Where a unit came from.
	 * @param unit a UTF-16 unit of this reading
	 * @return the first UTF-16 unit of its stretch of the original text
	 */
	public int start(int unit) {
		return (this.starts == SAME) ? unit : this.starts[unit];
	}

	/**
	 * Where the stretch ends that a unit came from.
	 * @param unit a UTF-16 unit of this reading
	 * @return the UTF-16 unit after the last of its stretch of the original text
	 */
	public int end(int unit) {
		return (this.ends == SAME) ? unit + 1 : this.ends[unit];
	}

	@Override
	public String toString() {
		return "Reading[length=" + this.text.length() + "]";
	}

}
