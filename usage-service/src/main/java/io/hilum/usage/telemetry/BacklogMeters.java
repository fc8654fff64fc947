package io.hilum.usage.telemetry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Shows what waits in the store. A scrape reads what was seen last, it asks no database.
 */
@Component
class BacklogMeters {

	private static final Logger logger = LoggerFactory.getLogger(BacklogMeters.class);

	private final Backlogs backlogs;

	private volatile Backlog last = Backlog.NONE;

	BacklogMeters(Backlogs backlogs, MeterRegistry registry) {
		this.backlogs = backlogs;
		for (UsageMeter meter : UsageMeter.values()) {
			Gauge.builder(meter.meterName(), () -> this.last.valueOf(meter))
				.description(meter.description())
				.register(registry);
		}
	}

	@Scheduled(fixedDelayString = "${hilum.telemetry.interval:10s}")
	Mono<Void> look() {
		return this.backlogs.present().doOnNext((seen) -> this.last = seen).then().onErrorResume((failure) -> {
			logger.debug("What waits in the store was not seen: {}", failure.getClass().getName());
			return Mono.empty();
		});
	}

}
