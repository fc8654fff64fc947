package io.hilum.phi.reading;

import java.util.Arrays;

/**
 * A reading that is being written. Nothing is kept of a text of which nothing is
 * replaced. Belongs to one thread.
 */
final class Draft {

	private final Reading before;

	private final StringBuilder text = new StringBuilder(0);

	private int[] starts = new int[0];

	private int[] ends = new int[0];

	private int copied;

	private boolean changed;

	Draft(Reading before) {
		this.before = before;
	}

	/**
	 * Write something else for a stretch of the text, behind all that was written before.
	 * @param replacement what it reads as, nothing if it cannot be seen
	 * @param from the first unit of the stretch
	 * @param to the unit after the last
	 */
	void put(String replacement, int from, int to) {
		copyTo(from);
		this.changed = true;
		for (int i = 0; i < replacement.length(); i++) {
			add(replacement.charAt(i), from, to);
		}
		this.copied = to;
	}

	/**
	 * The reading as it was written.
	 * @return the reading, the one before if nothing reads otherwise
	 */
	Reading done() {
		if (!this.changed) {
			return this.before;
		}
		copyTo(this.before.text().length());
		int size = this.text.length();
		return new Reading(this.text.toString(), Arrays.copyOf(this.starts, size), Arrays.copyOf(this.ends, size));
	}

	private void copyTo(int end) {
		for (int i = this.copied; i < end; i++) {
			add(this.before.text().charAt(i), i, i + 1);
		}
	}

	private void add(char unit, int from, int to) {
		int at = this.text.length();
		if (at == this.starts.length) {
			int capacity = Math.max(this.before.text().length(), at + at / 2 + 16);
			this.starts = Arrays.copyOf(this.starts, capacity);
			this.ends = Arrays.copyOf(this.ends, capacity);
		}
		this.text.append(unit);
		this.starts[at] = this.before.start(from);
		this.ends[at] = this.before.end(to - 1);
	}

}
