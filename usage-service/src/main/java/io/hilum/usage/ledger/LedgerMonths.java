package io.hilum.usage.ledger;

import java.time.Clock;
import java.time.YearMonth;
import java.util.stream.IntStream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes room in the ledger before it is needed.
 */
@Component
class LedgerMonths {

	private static final Logger logger = LoggerFactory.getLogger(LedgerMonths.class);

	private final Ledger ledger;

	private final LedgerProperties properties;

	private final Clock clock;

	LedgerMonths(Ledger ledger, LedgerProperties properties, Clock clock) {
		this.ledger = ledger;
		this.properties = properties;
		this.clock = clock;
	}

	@Scheduled(fixedDelayString = "1h")
	Mono<Void> prepare() {
		YearMonth now = YearMonth.now(this.clock);
		return this.ledger
			.prepare(IntStream.rangeClosed(0, this.properties.monthsAhead()).mapToObj(now::plusMonths).toList())
			.onErrorResume((failure) -> {
				logger.warn("Months to come are not prepared: {}", failure.getClass().getName());
				return Mono.empty();
			});
	}

}
