package io.hilum.phi.scrub.web;

import java.util.List;

import io.hilum.phi.detect.EntityType;
import io.hilum.phi.scrub.ScrubMode;
import io.hilum.phi.scrub.ScrubResult;
import io.hilum.phi.scrub.Scrubber;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Ready when an invented sentence comes back without the identifiers that are in it.
 */
class ScrubHealthIndicator extends AbstractHealthIndicator {

	private static final List<String> CANARY = List.of("Mr. Alvin Testwell, MRN 4471182, seen 01/02/2003.");

	private final Scrubber scrubber;

	ScrubHealthIndicator(Scrubber scrubber) {
		super("the scrubber failed");
		this.scrubber = scrubber;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		ScrubResult result = this.scrubber.scrub(CANARY, "health", ScrubMode.REDACT);
		boolean found = result.counts().keySet().containsAll(List.of(EntityType.NAME, EntityType.MRN, EntityType.DATE));
		builder.status(found ? "UP" : "DOWN");
	}

}
