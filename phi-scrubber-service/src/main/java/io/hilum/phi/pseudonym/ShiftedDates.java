package io.hilum.phi.pseudonym;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.hilum.phi.detect.EntityType;

/**
 * The dates of one request that are moved rather than named, and how a model may write
 * them in its answer. A moved date that two dates would share is none.
 */
public final class ShiftedDates {

	private static final int MAX_DATES = 500;

	/** How a day with its year is written, besides the form that it had. */
	private static final List<DateTimeFormatter> FORMS = List
		.of("yyyy-MM-dd", "M/d/yyyy", "MM/dd/yyyy", "M/d/yy", "MM/dd/yy", "MM-dd-yyyy", "yyyy/MM/dd", "MMMM d, yyyy",
				"MMMM d yyyy", "MMM d, yyyy", "MMM. d, yyyy", "MMM d yyyy", "d MMMM yyyy", "d MMM yyyy", "dd MMM yyyy",
				"dd-MMM-yyyy", "yyyyMMdd")
		.stream()
		.map((form) -> DateTimeFormatter.ofPattern(form, Locale.US))
		.toList();

	private final Map<String, String> shifted = new HashMap<>();

	private final Map<String, String> originals = new LinkedHashMap<>();

	private ShiftedDates() {
	}

	/**
	 * Move no date.
	 * @return nothing
	 */
	public static ShiftedDates none() {
		return new ShiftedDates();
	}

	/**
	 * Move dates.
	 * @param shift by how much
	 * @param dates the identifiers whose dates are moved
	 * @return the dates of which this is possible
	 */
	public static ShiftedDates of(DateShift shift, Collection<Identifier> dates) {
		ShiftedDates shifted = new ShiftedDates();
		Map<String, DateShift.Moved> moves = new LinkedHashMap<>();
		for (Identifier date : dates) {
			if (date.type() == EntityType.DATE && moves.size() < MAX_DATES) {
				Optional<DateShift.Moved> moved = shift.move(date.surface());
				moved.ifPresent((one) -> moves.putIfAbsent(date.surface(), one));
			}
		}
		moves.forEach(shifted::issue);
		moves.values().forEach(shifted::rewrite);
		return shifted;
	}

	private void issue(String surface, DateShift.Moved moved) {
		if (this.originals.putIfAbsent(moved.surface(), surface) == null) {
			this.shifted.put(surface, moved.surface());
		}
	}

	/** What a date was issued as counts more than how another could be written. */
	private void rewrite(DateShift.Moved moved) {
		if (moved.full()) {
			LocalDate to = moved.to();
			LocalDate from = moved.from();
			FORMS.forEach((form) -> this.originals.putIfAbsent(form.format(to), form.format(from)));
		}
	}

	/**
	 * What a date was moved to.
	 * @param identifier the identifier
	 * @return the moved date in the same form, nothing if it was not moved
	 */
	public Optional<String> of(Identifier identifier) {
		return (identifier.type() == EntityType.DATE) ? Optional.ofNullable(this.shifted.get(identifier.surface()))
				: Optional.empty();
	}

	/**
	 * What each moved date stands for, in every form in which it may come back.
	 * @return dates as they stood in the request, by the moved ones
	 */
	public Map<String, String> originals() {
		return this.originals;
	}

	@Override
	public String toString() {
		return "ShiftedDates[size=" + this.shifted.size() + "]";
	}

}
