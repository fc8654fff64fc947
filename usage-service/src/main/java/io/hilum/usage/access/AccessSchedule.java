package io.hilum.usage.access;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Repairs the access topic beside the start of the service, which does not wait for it,
 * and from time to time: an old copy that somebody wrote to it is what compaction would
 * leave, and what a gateway that starts then would believe.
 */
@Component
class AccessSchedule {

	private static final Logger logger = LoggerFactory.getLogger(AccessSchedule.class);

	private final AccessRepair repair;

	private final AccessProperties properties;

	AccessSchedule(AccessRepair repair, AccessProperties properties) {
		this.repair = repair;
		this.properties = properties;
	}

	@Scheduled(fixedDelayString = "${hilum.access.repair-interval:5m}")
	Mono<Void> compare() {
		return this.repair.repair().timeout(this.properties.repairTimeout()).then().onErrorResume((failure) -> {
			logger.warn("The access topic was not compared: {}", failure.getClass().getName());
			return Mono.empty();
		});
	}

}
