package io.hilum.routing.catalogue.file;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

import io.hilum.catalogue.CatalogueIntake;
import io.hilum.routing.catalogue.Catalogue;
import io.hilum.routing.catalogue.CatalogueException;
import io.hilum.routing.catalogue.Catalogues;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the newest valid catalogue in force. One that is not valid is refused and
 * reported once, and the old one stays. A request keeps the catalogue that it began with.
 */
final class LiveCatalogues implements Catalogues, CatalogueIntake {

	private static final Logger logger = LoggerFactory.getLogger(LiveCatalogues.class);

	private final CatalogueReader reader;

	private final Clock clock;

	private final MeterRegistry meters;

	private volatile Catalogue current;

	private volatile byte[] content;

	private volatile Optional<LocalDate> nextPrices;

	private volatile Standing standing;

	LiveCatalogues(byte[] first, CatalogueReader reader, Clock clock, MeterRegistry meters) {
		this.reader = reader;
		this.clock = clock;
		this.meters = meters;
		this.nextPrices = reader.nextPrices();
		this.current = announce(reader.read(first));
		this.content = first;
		this.standing = new Standing(this.current.version(), clock.instant(), null);
		Gauge.builder("hilum.catalogue.refused", () -> (this.standing.refused() != null) ? 1 : 0)
			.description("1 while the newest catalogue is refused and an older one is in force")
			.register(meters);
	}

	@Override
	public Catalogue current() {
		return this.current;
	}

	Standing standing() {
		return this.standing;
	}

	@Override
	public synchronized void take(byte[] content) {
		try {
			Optional<LocalDate> next = this.reader.nextPrices();
			this.current = announce(this.reader.read(content));
			this.content = content;
			this.nextPrices = next;
			this.standing = new Standing(this.current.version(), this.clock.instant(), null);
			count("accepted");
		}
		catch (CatalogueException ex) {
			refuse(content, ex);
		}
	}

	/**
	 * Read what is in force again if prices have changed since.
	 */
	synchronized void price() {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		if (this.nextPrices.filter((day) -> !day.isAfter(today)).isPresent()) {
			logger.info("Prices change with {}", this.nextPrices.get());
			take(this.content);
		}
	}

	private void refuse(byte[] content, CatalogueException cause) {
		String version = CatalogueReader.versionOf(content);
		this.standing = new Standing(this.standing.version(), this.standing.since(), new Standing.Refusal(version,
				this.clock.instant(), cause.faults().stream().map(CatalogueException.Fault::toString).toList()));
		logger.error("Catalogue {} is refused and {} stays in force: {}", version, this.current.version(),
				cause.getMessage());
		count("refused");
	}

	private void count(String outcome) {
		this.meters.counter("hilum.catalogue.changes", "outcome", outcome).increment();
	}

	private static Catalogue announce(CatalogueReader.Reading reading) {
		reading.warnings().forEach((warning) -> logger.warn("Catalogue, {}", warning));
		Catalogue catalogue = reading.catalogue();
		logger.info("Catalogue {} is in force: models {}", catalogue.version(), catalogue.models().keySet());
		return catalogue;
	}

}
