package io.hilum.usage.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Seals and exports at intervals. A failure is told and tried again at the next.
 */
@Component
class AuditSchedule {

	private static final Logger logger = LoggerFactory.getLogger(AuditSchedule.class);

	private final AuditSealer sealer;

	private final AuditExporter exporter;

	private final ExpiredParts expired;

	private final Counter failures;

	AuditSchedule(AuditSealer sealer, AuditExporter exporter, ExpiredParts expired, MeterRegistry meters) {
		this.sealer = sealer;
		this.exporter = exporter;
		this.expired = expired;
		this.failures = Counter.builder("hilum.usage.audit.failures")
			.description("Times that evidence was not sealed or not archived; alert on any")
			.register(meters);
	}

	@Scheduled(fixedDelayString = "${hilum.audit.seal-interval:10s}",
			initialDelayString = "${hilum.audit.seal-interval:10s}")
	Mono<Void> sealAndExport() {
		return this.sealer.seal()
			.then(this.exporter.export())
			.then(this.expired.remove())
			.then()
			.onErrorResume((failure) -> {
				this.failures.increment();
				logger.error("Evidence is not sealed or not archived, trying again: {}", failure.toString());
				return Mono.empty();
			});
	}

}
