package io.hilum.gateway.phi;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What the dates of one request stand for that were moved. A moved date is found in every
 * form that phi-scrubber-service names; case does not count. Immutable.
 */
final class MovedDates {

	static final MovedDates NONE = new MovedDates(new TreeMap<>());

	private final NavigableMap<String, String> originals;

	private final int longest;

	private MovedDates(NavigableMap<String, String> originals) {
		this.originals = originals;
		this.longest = originals.keySet().stream().mapToInt(String::length).max().orElse(0);
	}

	/**
	 * Know dates.
	 * @param originals the dates as they stood in the request, by the moved ones
	 * @return the dates
	 */
	static MovedDates of(Map<String, String> originals) {
		NavigableMap<String, String> folded = new TreeMap<>();
		originals.forEach((moved, original) -> folded.put(Restorer.fold(moved), original));
		return folded.isEmpty() ? NONE : new MovedDates(folded);
	}

	/**
	 * Whether something is written like a date, as opposed to a pseudonym.
	 */
	static boolean isWritten(String moved) {
		return moved.indexOf('[') < 0 && moved.chars().anyMatch((unit) -> unit >= '0' && unit <= '9');
	}

	/**
	 * The same with what was moved earlier. Where both know a date, this one counts.
	 */
	MovedDates after(MovedDates earlier) {
		if (earlier.isEmpty()) {
			return this;
		}
		NavigableMap<String, String> both = new TreeMap<>(earlier.originals);
		both.putAll(this.originals);
		return new MovedDates(both);
	}

	Map<String, String> originals() {
		return this.originals;
	}

	boolean isEmpty() {
		return this.originals.isEmpty();
	}

	int longest() {
		return this.longest;
	}

	@Nullable String original(String folded) {
		return this.originals.get(folded);
	}

	boolean mayBegin(String folded) {
		String next = this.originals.ceilingKey(folded);
		return next != null && next.startsWith(folded);
	}

	@Override
	public String toString() {
		return "MovedDates[size=" + this.originals.size() + "]";
	}

}
