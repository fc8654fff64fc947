package io.hilum.routing.completion;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

import io.hilum.routing.health.HealthBoard;
import io.hilum.routing.health.HealthProperties;
import io.hilum.routing.load.LoadBoard;
import io.hilum.routing.load.LoadProperties;
import io.hilum.routing.plan.Candidate;

/**
 * Boards of deployments of which nothing is known yet.
 */
final class AdmissionFixtures {

	static final HealthProperties HEALTH = new HealthProperties(5, Duration.ofSeconds(5), Duration.ofMinutes(1),
			Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMillis(500));

	static final LoadProperties LOAD = new LoadProperties(1, Duration.ofSeconds(30), 100, 4, 500);

	private AdmissionFixtures() {
	}

	static HealthBoard health() {
		return new HealthBoard(HEALTH, Clock.systemUTC(), (news) -> {
		});
	}

	static LoadBoard loads(LoadProperties properties) {
		return new LoadBoard(properties, System::nanoTime);
	}

	static Admission admission(Candidate candidate) {
		return new Admission(candidate, Objects.requireNonNull(loads(LOAD).tryBegin(candidate.deployment(), 1, false)),
				health());
	}

}
