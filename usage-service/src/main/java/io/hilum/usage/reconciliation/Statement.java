package io.hilum.usage.reconciliation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What a provider says was used.
 *
 * @param lines the lines, at least one
 */
public record Statement(List<Line> lines) {

	public Statement {
		lines = List.copyOf(lines);
	}

	/**
	 * The first day that it speaks of.
	 * @return the day, in UTC
	 */
	public LocalDate from() {
		return this.lines.stream().map(Line::day).min(LocalDate::compareTo).orElseThrow();
	}

	/**
	 * The last day that it speaks of.
	 * @return the day, in UTC
	 */
	public LocalDate to() {
		return this.lines.stream().map(Line::day).max(LocalDate::compareTo).orElseThrow();
	}

	/**
	 * One line.
	 *
	 * @param day the day, in UTC
	 * @param model the model, as the provider's file names it
	 * @param meter what was counted
	 * @param quantity how many tokens, or nano-dollars
	 */
	public record Line(LocalDate day, String model, Meter meter, long quantity) {

		public Line {
			Objects.requireNonNull(day, "day");
			Objects.requireNonNull(meter, "meter");
		}

	}

}
