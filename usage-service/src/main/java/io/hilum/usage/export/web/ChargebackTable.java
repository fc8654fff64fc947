package io.hilum.usage.export.web;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.hilum.usage.export.CsvLines;
import io.hilum.usage.ledger.NanoUsd;
import io.hilum.usage.ledger.Totals;
import org.jspecify.annotations.Nullable;

/**
 * What each team is charged for a month: a line for each model, one for the team, and one
 * for all, which is the sum of the teams to the nano-dollar.
 */
final class ChargebackTable {

	private static final List<String> NAMES = List.of("month", "team", "model", "requests", "inputTokens",
			"outputTokens", "costUsd", "costNanoUsd");

	private final YearMonth month;

	private final CsvLines lines = new CsvLines();

	ChargebackTable(YearMonth month) {
		this.month = month;
	}

	String of(List<Totals> rows) {
		this.lines.line(NAMES);
		Map<String, List<Totals>> teams = rows.stream()
			.collect(Collectors.groupingBy((row) -> Objects.requireNonNullElse(row.team(), ""), TreeMap::new,
					Collectors.toList()));
		teams.forEach((team, models) -> {
			models.forEach((model) -> line(team, model.model(), model));
			line(team, "*", sum(models));
		});
		line("*", "*", sum(rows));
		return this.lines.toString();
	}

	private static Totals sum(List<Totals> rows) {
		return rows.stream().reduce(Totals.NONE, Totals::plus);
	}

	private void line(String team, @Nullable String model, Totals totals) {
		this.lines.line(Arrays.asList(this.month, team, model, totals.requests(), totals.tokens().totalInput(),
				totals.tokens().totalOutput(), NanoUsd.format(totals.costNanoUsd()), totals.costNanoUsd()));
	}

}
