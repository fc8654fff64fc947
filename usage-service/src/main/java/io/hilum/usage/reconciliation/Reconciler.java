package io.hilum.usage.reconciliation;

import java.time.temporal.ChronoUnit;
import java.util.List;

import io.hilum.usage.problem.UsageProblem;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.stereotype.Component;

/**
 * Lays a provider's statement beside the ledger.
 */
@Component
public class Reconciler {

	private static final int MAX_DAYS = 400;

	private final List<StatementFormat> formats;

	private final ChargedModels ledger;

	Reconciler(List<StatementFormat> formats, ChargedModels ledger) {
		this.formats = formats;
		this.ledger = ledger;
	}

	/**
	 * Compare.
	 * @param format the kind of file
	 * @param provider the id of the provider in the catalogue
	 * @param content the file
	 * @return where they differ
	 */
	public Mono<Reconciliation> compare(String format, String provider, byte[] content) {
		StatementFormat reader = this.formats.stream()
			.filter((known) -> known.id().equals(format))
			.findFirst()
			.orElseThrow(() -> new UsageProblem.Invalid("format",
					"Expected one of " + this.formats.stream().map(StatementFormat::id).sorted().toList()));
		return Mono.fromCallable(() -> read(reader, content))
			.subscribeOn(Schedulers.boundedElastic())
			.flatMap((statement) -> this.ledger.of(provider, statement.from(), statement.to())
				.collectList()
				.map((charged) -> Reconciliation.of(statement, charged)));
	}

	private static Statement read(StatementFormat format, byte[] content) {
		try {
			Statement statement = format.read(content);
			if (ChronoUnit.DAYS.between(statement.from(), statement.to()) > MAX_DAYS) {
				throw new UsageProblem.Invalid("body", "Expected at most " + MAX_DAYS + " days");
			}
			return statement;
		}
		catch (IllegalArgumentException | ArithmeticException ex) {
			throw new UsageProblem.Invalid("body", "No " + format.id() + " file: " + ex.getMessage());
		}
	}

}
