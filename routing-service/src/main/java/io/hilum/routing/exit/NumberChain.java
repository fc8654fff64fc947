package io.hilum.routing.exit;

/**
 * The last few runs with digits of a text, as long as nothing but one dash or one blank
 * is between each and the next. Mutable.
 */
final class NumberChain {

	private static final int MOST = 4;

	private static final int MOST_UNITS = 20;

	private final byte[][] runs = new byte[MOST][MOST_UNITS];

	private final int[] lengths = new int[MOST];

	private final boolean[] digits = new boolean[MOST];

	private final byte[] units = new byte[MOST * MOST_UNITS];

	private int length;

	private boolean figures;

	private int groups;

	private int joint;

	private boolean free;

	/**
	 * Forget all.
	 */
	void clear() {
		this.groups = 0;
	}

	/**
	 * Take the next run.
	 * @param run its characters
	 * @param size how many there are
	 * @param allDigits whether all are digits
	 * @param separator the dash or blank that alone is between it and the run before, 0
	 * if something else is
	 * @param begins whether it may be the beginning of something
	 */
	void add(byte[] run, int size, boolean allDigits, int separator, boolean begins) {
		if (separator == 0 || this.groups == 0) {
			restart(begins);
		}
		else if (this.groups > 1 && separator != this.joint) {
			keep((separator == '-') ? 1 : 0);
		}
		else if (this.groups == MOST) {
			keep(MOST - 1);
			this.free = separator == ' ';
		}
		this.joint = separator;
		if (size > MOST_UNITS) {
			restart(false);
			return;
		}
		System.arraycopy(run, 0, this.runs[this.groups], 0, size);
		this.lengths[this.groups] = size;
		this.digits[this.groups++] = allDigits;
	}

	private void restart(boolean begins) {
		this.groups = 0;
		this.free = begins;
	}

	/**
	 * Keep the last runs, before which is a blank.
	 */
	private void keep(int count) {
		int first = this.groups - count;
		for (int i = 0; i < count; i++) {
			byte[] spare = this.runs[i];
			this.runs[i] = this.runs[first + i];
			this.runs[first + i] = spare;
			this.lengths[i] = this.lengths[first + i];
			this.digits[i] = this.digits[first + i];
		}
		this.groups = count;
		this.free = true;
	}

	/**
	 * Whether the last runs are of these lengths. If so they can be had as one.
	 * @param separator what must be between them
	 * @param sizes the lengths
	 * @return {@code true} if they are, and no more stands right before them
	 */
	boolean endsIn(int separator, int[] sizes) {
		int first = this.groups - sizes.length;
		if (first < 0 || this.joint != separator || !((first == 0) ? this.free : separator == ' ')) {
			return false;
		}
		for (int i = 0; i < sizes.length; i++) {
			if (this.lengths[first + i] != sizes[i]) {
				return false;
			}
		}
		join(first);
		return true;
	}

	private void join(int first) {
		this.length = 0;
		this.figures = true;
		for (int i = first; i < this.groups; i++) {
			System.arraycopy(this.runs[i], 0, this.units, this.length, this.lengths[i]);
			this.length += this.lengths[i];
			this.figures &= this.digits[i];
		}
	}

	/**
	 * The characters of the runs that were asked for last, without what is between.
	 * @return the characters, of which {@link #length()} count
	 */
	byte[] units() {
		return this.units;
	}

	int length() {
		return this.length;
	}

	/**
	 * Whether the runs that were asked for last are digits.
	 * @return {@code true} if all are
	 */
	boolean isDigits() {
		return this.figures;
	}

}
