package io.hilum.rag.index;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Whether the index is filled; part of readiness.
 */
@Component
class PassageIndexHealthIndicator implements HealthIndicator {

	private final IndexFollower follower;

	private final PassageIndex index;

	PassageIndexHealthIndicator(IndexFollower follower, PassageIndex index) {
		this.follower = follower;
		this.index = index;
	}

	@Override
	public Health health() {
		Status status = this.follower.isFilled() ? Status.UP : Status.OUT_OF_SERVICE;
		return Health.status(status).withDetail("passages", this.index.size()).build();
	}

}
