package io.hilum.usage.grant;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts emergencies for the alarm: those in force, and those that nobody has looked at
 * in time.
 */
@Component
class GrantWatch {

	private static final Logger logger = LoggerFactory.getLogger(GrantWatch.class);

	private final Grants grants;

	private final GrantProperties properties;

	private final Clock clock;

	private final AtomicLong inForce = new AtomicLong();

	private final AtomicLong overdue = new AtomicLong();

	GrantWatch(Grants grants, GrantProperties properties, MeterRegistry meters, Clock clock) {
		this.grants = grants;
		this.properties = properties;
		this.clock = clock;
		Gauge.builder("hilum.usage.emergencies.open", this.inForce, AtomicLong::get)
			.description("Emergencies that are in force")
			.register(meters);
		Gauge.builder("hilum.usage.emergencies.overdue", this.overdue, AtomicLong::get)
			.description("Emergencies that nobody has looked at in time; alert on any")
			.register(meters);
	}

	@Scheduled(fixedDelayString = "${hilum.grants.watch-interval:15s}")
	Mono<Void> count() {
		Instant now = this.clock.instant();
		return this.grants.count(now, now.minus(this.properties.reviewWithin())).doOnNext((counted) -> {
			this.inForce.set(counted.inForce());
			this.overdue.set(counted.overdue());
		}).then().onErrorResume((failure) -> {
			logger.warn("Emergencies are not counted at the moment: {}", failure.getClass().getName());
			return Mono.empty();
		});
	}

}
