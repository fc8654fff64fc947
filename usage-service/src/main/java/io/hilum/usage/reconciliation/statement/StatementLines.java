package io.hilum.usage.reconciliation.statement;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

import io.hilum.usage.reconciliation.Meter;
import io.hilum.usage.reconciliation.Statement;
import io.hilum.usage.reconciliation.Statement.Line;

/**
 * Gathers the lines of a statement.
 */
final class StatementLines {

	private static final int DAY_LENGTH = 10;

	private final List<Line> lines = new ArrayList<>();

	void add(LocalDate day, String model, Meter meter, long quantity) {
		if (quantity != 0) {
			this.lines.add(new Line(day, model, meter, quantity));
		}
	}

	/**
	 * Add what a line of a bill says: a quantity, unless it is of money alone, and what
	 * it cost.
	 */
	void add(LocalDate day, String model, Meter meter, LongSupplier tokens, long nanoUsd) {
		if (meter != Meter.COST) {
			add(day, model, meter, tokens.getAsLong());
		}
		add(day, model, Meter.COST, nanoUsd);
	}

	Statement done() {
		if (this.lines.isEmpty()) {
			throw new IllegalArgumentException("expected at least one line with a quantity");
		}
		return new Statement(this.lines);
	}

	/**
	 * The day with which a time begins.
	 * @param time the time
	 * @param expected what is said of it if it begins with none
	 */
	static LocalDate day(String time, String expected) {
		try {
			return LocalDate.parse(time.substring(0, DAY_LENGTH));
		}
		catch (DateTimeException | IndexOutOfBoundsException ex) {
			throw new IllegalArgumentException(expected, ex);
		}
	}

	static void requireUsd(String currency) {
		if (!currency.equalsIgnoreCase("USD")) {
			throw new IllegalArgumentException("expected costs in USD");
		}
	}

}
