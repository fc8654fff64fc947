package io.hilum.gateway.phi;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the places of a text are once identifiers are put back, in code points, as APIs
 * count them. A place within a pseudonym becomes the beginning or the end of what it
 * stands for. Mutable; for one text and one thread at a time.
 */
final class MovedPlaces {

	private final List<Change> changes = new ArrayList<>();

	private final StringBuilder before = new StringBuilder();

	private final StringBuilder after = new StringBuilder();

	private int from;

	private int to;

	/**
	 * Note what came and what was passed on for it.
	 * @param came the text as it came
	 * @param passedOn the text as it was passed on
	 * @param held what is held back of it
	 */
	void note(String came, String passedOn, String held) {
		if (held.isEmpty() && this.before.isEmpty() && came.equals(passedOn)) {
			int length = came.codePointCount(0, came.length());
			this.from += length;
			this.to += length;
			return;
		}
		this.before.append(came);
		this.after.append(passedOn);
		int end = this.before.length() - held.length();
		if (end >= 0 && this.before.substring(end).equals(held)) {
			settle(end);
		}
	}

	private void settle(int end) {
		Change change = change(this.before.substring(0, end), this.after.toString());
		if (change.length() > 0 || change.newLength() > 0) {
			this.changes.add(change);
		}
		this.from += this.before.codePointCount(0, end);
		this.to += this.after.codePointCount(0, this.after.length());
		this.before.delete(0, end);
		this.after.setLength(0);
	}

	/**
	 * What differs: all but what both begin and end with.
	 */
	private Change change(String came, String passedOn) {
		int[] old = came.codePoints().toArray();
		int[] fresh = passedOn.codePoints().toArray();
		int most = Math.min(old.length, fresh.length);
		int first = 0;
		while (first < most && old[first] == fresh[first]) {
			first++;
		}
		int last = 0;
		while (last < most - first && old[old.length - 1 - last] == fresh[fresh.length - 1 - last]) {
			last++;
		}
		return new Change(this.from + first, old.length - first - last, this.to + first, fresh.length - first - last);
	}

	/**
	 * Where a place is now.
	 * @param place the place in the text as it came
	 * @param end whether something ends there rather than begins
	 * @param rest what would be passed on of what is held back if nothing followed
	 * @return the place in the text as it is passed on
	 */
	int moved(int place, boolean end, String rest) {
		int by = 0;
		for (Change change : this.changes) {
			if (place <= change.at()) {
				return place + by;
			}
			if (place < change.at() + change.length()) {
				return change.within(end);
			}
			by = change.shift();
		}
		if (this.before.isEmpty() || place <= this.from) {
			return place + by;
		}
		Change last = change(this.before.toString(), this.after + rest);
		if (place > last.at() && place < last.at() + last.length()) {
			return last.within(end);
		}
		return place + ((place <= last.at()) ? by : last.shift());
	}

	/**
	 * A stretch of the text that became another.
	 *
	 * @param at where it was
	 * @param length how long it was
	 * @param newAt where it is
	 * @param newLength how long it is
	 */
	private record Change(int at, int length, int newAt, int newLength) {

		int within(boolean end) {
			return end ? this.newAt + this.newLength : this.newAt;
		}

		int shift() {
			return this.newAt + this.newLength - this.at - this.length;
		}

	}

}
