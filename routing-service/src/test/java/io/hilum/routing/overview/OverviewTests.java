package io.hilum.routing.overview;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

import io.hilum.routing.MovableClock;
import io.hilum.routing.catalogue.Catalogue;
import io.hilum.routing.catalogue.CatalogueFixtures;
import io.hilum.routing.catalogue.Deployment;
import io.hilum.routing.catalogue.Strategy;
import io.hilum.routing.health.HealthBoard;
import io.hilum.routing.health.HealthProperties;
import io.hilum.routing.health.Outcome;
import io.hilum.routing.health.Recent;
import io.hilum.routing.load.LoadBoard;
import io.hilum.routing.load.LoadProperties;
import io.hilum.routing.overview.DeploymentState.Covered;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OverviewRoutes}.
 */
class OverviewTests {

	private static final Deployment COVERED = CatalogueFixtures.deployment("covered", "b", 1);

	private static final Catalogue CATALOGUE = CatalogueFixtures
		.catalogue(CatalogueFixtures.model("big", Strategy.LEAST_BUSY, List.of("small"), COVERED,
				CatalogueFixtures.deployment("expired", "b", 2), CatalogueFixtures.deployment("free", "b", 3)));

	private final MovableClock clock = new MovableClock(
			CatalogueFixtures.TODAY.atStartOfDay().toInstant(ZoneOffset.UTC));

	private final HealthBoard health = new HealthBoard(new HealthProperties(2, Duration.ofSeconds(5),
			Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMillis(500)), this.clock,
			(news) -> {
			});

	private final LoadBoard loads = new LoadBoard(new LoadProperties(1, Duration.ofSeconds(30), 2000, 8, 4000),
			() -> this.clock.millis() * 1_000_000);

	@Test
	void namesTheAgreementThatCoversAndTheOneThatDidLast() {
		assertThat(state(0).agreement()).isEqualTo(new Covered("baa", LocalDate.of(2026, 6, 30), true));
		assertThat(state(1).agreement()).isEqualTo(new Covered("old", LocalDate.of(2026, 1, 4), false));
		assertThat(state(2).agreement()).isNull();
	}

	@Test
	void showsABreakerThatOpensAndWhatLedToIt() {
		assertThat(state(0).standing()).isEqualTo("closed");
		assertThat(state(0).recent()).isEqualTo(Recent.NONE);
		this.health.record(COVERED.id(), Outcome.SUCCESS);
		this.health.record(COVERED.id(), Outcome.IGNORED);
		this.health.record(COVERED.id(), Outcome.DROPPED);
		this.health.record(COVERED.id(), Outcome.DROPPED);
		assertThat(state(0).standing()).isEqualTo("breaker is open");
		assertThat(state(0).pauseMs()).isEqualTo(5000);
		assertThat(state(0).recent()).isEqualTo(new Recent(1, 2, 1));
		this.clock.advance(5);
		assertThat(state(0).standing()).isEqualTo("probe");
		assertThat(state(1).standing()).as("others are well").isEqualTo("closed");
	}

	@Test
	void showsACooldown() {
		this.health.cool(COVERED.id(), Duration.ofSeconds(20));
		assertThat(state(0).standing()).isEqualTo("cooling down");
		assertThat(state(0).pauseMs()).isEqualTo(20_000);
	}

	@Test
	void forgetsCallsMinuteByMinute() {
		Instant begin = this.clock.instant();
		for (int minute = 0; minute < 12; minute++) {
			this.health.record(COVERED.id(), Outcome.SUCCESS);
			assertThat(state(0).recent().answered()).as("minute %d from %s", minute, begin)
				.isEqualTo(Math.min(minute + 1, Recent.MINUTES));
			this.clock.advance(60);
		}
		this.clock.advance(60L * Recent.MINUTES);
		assertThat(state(0).recent()).isEqualTo(Recent.NONE);
	}

	@Test
	void showsCallsThatAreUnderWayAndHowLongTheyTake() {
		var place = Objects.requireNonNull(this.loads.tryBegin(COVERED, 10, true));
		assertThat(state(0).inFlight()).isOne();
		assertThat(state(0).firstTokenMs()).isNull();
		this.clock.advance(2);
		place.firstByte();
		assertThat(state(0).firstTokenMs()).isEqualTo(2000);
		assertThat(state(0).wholeAnswerMs()).isNull();
		place.giveBack(10);
		assertThat(state(0).inFlight()).isZero();
	}

	@Test
	void showsModelsAsTheCatalogueHasThem() {
		Overview overview = OverviewRoutes.look(CATALOGUE, this.health, this.loads, this.clock.instant());
		assertThat(overview.version()).isEqualTo("sha256:test");
		assertThat(overview.models()).singleElement().satisfies((model) -> {
			assertThat(model.id()).isEqualTo("big");
			assertThat(model.strategy()).isEqualTo("least-busy");
			assertThat(model.fallback()).containsExactly("small");
			assertThat(model.deployments()).extracting(DeploymentState::id)
				.containsExactly("covered/b", "expired/b", "free/b");
		});
	}

	private DeploymentState state(int index) {
		return OverviewRoutes.look(CATALOGUE, this.health, this.loads, this.clock.instant())
			.models()
			.getFirst()
			.deployments()
			.get(index);
	}

}
