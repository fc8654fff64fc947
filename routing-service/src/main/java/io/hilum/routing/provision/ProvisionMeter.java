package io.hilum.routing.provision;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.hilum.routing.catalogue.Catalogues;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

import org.springframework.context.SmartLifecycle;

/**
 * Tells of each hour of provisioned throughput when it is over. Hours follow from the
 * catalogue and the clock, so nothing has to be kept: what a replica told before it
 * stopped it tells again, and readers take it once.
 */
final class ProvisionMeter implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(ProvisionMeter.class);

	private final Catalogues catalogues;

	private final HourTeller teller;

	private final ProvisionProperties properties;

	private final Clock clock;

	private final Map<String, Instant> told = new ConcurrentHashMap<>();

	private volatile @Nullable Disposable running;

	ProvisionMeter(Catalogues catalogues, HourTeller teller, ProvisionProperties properties, Clock clock) {
		this.catalogues = catalogues;
		this.teller = teller;
		this.properties = properties;
		this.clock = clock;
	}

	@Override
	public void start() {
		this.running = Flux.interval(this.properties.interval(), Schedulers.boundedElastic())
			.onBackpressureDrop()
			.subscribe((tick) -> look());
	}

	/**
	 * Tell of the hours that are over and not told yet. The first that nobody takes ends
	 * it until the next time.
	 */
	void look() {
		try {
			ProvisionedHours.over(this.catalogues.current(), this.clock.instant(), this.properties.lookBack())
				.filter(this::isNew)
				.forEach(this::tell);
		}
		catch (RuntimeException ex) {
			logger.warn("Hours of provisioned throughput wait to be told: {}", ex.getClass().getSimpleName());
		}
	}

	private boolean isNew(ProvisionedHour hour) {
		Instant last = this.told.get(hour.deployment().id());
		return last == null || hour.start().isAfter(last);
	}

	private void tell(ProvisionedHour hour) {
		this.teller.tell(hour);
		this.told.put(hour.deployment().id(), hour.start());
	}

	@Override
	public void stop() {
		Disposable looking = this.running;
		this.running = null;
		if (looking != null) {
			looking.dispose();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running != null;
	}

}
