package io.hilum.usage.report;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.IntFunction;

import io.hilum.usage.ledger.TotalsQuery;
import io.hilum.usage.problem.UsageProblem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Keeps reports within their bounds.
 */
@Component
public class ReportBounds {

	private final ReportProperties properties;

	ReportBounds(ReportProperties properties) {
		this.properties = properties;
	}

	/**
	 * All rows of a report.
	 * @param <T> the type of its rows
	 * @param query what is asked
	 * @param rows the rows, so many of them at most
	 * @return the rows; an error if there are too many
	 */
	public <T> Mono<List<T>> rows(TotalsQuery query, IntFunction<Flux<T>> rows) {
		long days = ChronoUnit.DAYS.between(query.from(), query.to());
		if (days < 0 || days >= this.properties.maxDays()) {
			throw new UsageProblem.Invalid("from", "Expected 1 to " + this.properties.maxDays() + " days");
		}
		return rows.apply(this.properties.maxRows() + 1)
			.collectList()
			.filter((all) -> all.size() <= this.properties.maxRows())
			.switchIfEmpty(Mono.error(() -> new UsageProblem.Invalid("group_by",
					"The report has more than " + this.properties.maxRows() + " rows, narrow it")));
	}

}
