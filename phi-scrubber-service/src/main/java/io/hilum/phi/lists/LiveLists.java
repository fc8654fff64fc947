package io.hilum.phi.lists;

import java.util.Optional;
import java.util.function.Supplier;

import io.hilum.catalogue.CatalogueIntake;
import io.hilum.phi.detect.own.OwnLists;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a hospital's lists that are in force. Changed lists that cannot be read are
 * refused with their reason, and those before them stay. Thread-safe.
 */
final class LiveLists implements Supplier<OwnLists>, CatalogueIntake {

	private static final Logger logger = LoggerFactory.getLogger(LiveLists.class);

	private volatile OwnLists lists;

	private volatile boolean refused;

	LiveLists(Optional<byte[]> first, MeterRegistry meters) {
		this.lists = first.map((file) -> new ListsReader().read(file)).orElse(OwnLists.NONE);
		Gauge.builder("hilum.lists.refused", () -> this.refused ? 1 : 0)
			.description("1 while the newest lists are refused and older ones are in force")
			.register(meters);
	}

	@Override
	public OwnLists get() {
		return this.lists;
	}

	@Override
	public void take(byte[] content) {
		try {
			this.lists = new ListsReader().read(content);
			this.refused = false;
			logger.info("Lists {} are in force", this.lists.version());
		}
		catch (IllegalArgumentException ex) {
			this.refused = true;
			logger.error("The lists are not taken over, {} stay: {}", this.lists.version(), ex.getMessage());
		}
	}

}
