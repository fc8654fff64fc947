package io.hilum.rag.embed;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Whether vectors can be made; part of readiness.
 */
@Component
class EmbedderHealthIndicator implements HealthIndicator {

	private final Embedder embedder;

	EmbedderHealthIndicator(Embedder embedder) {
		this.embedder = embedder;
	}

	@Override
	public Health health() {
		Status status = this.embedder.isReady() ? Status.UP : Status.OUT_OF_SERVICE;
		return Health.status(status).withDetail("model", this.embedder.model()).build();
	}

}
