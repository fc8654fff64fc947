package io.hilum.routing.provision;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import io.hilum.routing.catalogue.Capacity;
import io.hilum.routing.catalogue.Catalogue;
import io.hilum.routing.catalogue.Deployment;
import io.hilum.routing.catalogue.Price;
import io.hilum.routing.catalogue.Provision;
import io.hilum.routing.catalogue.Strategy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static io.hilum.routing.catalogue.CatalogueFixtures.catalogue;
import static io.hilum.routing.catalogue.CatalogueFixtures.model;
import static io.hilum.routing.catalogue.CatalogueFixtures.provider;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ProvisionMeter} and {@link ProvisionedHours}.
 */
class ProvisionMeterTests {

	private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

	private static final ProvisionProperties PROPERTIES = new ProvisionProperties("t", Duration.ofMinutes(1),
			Duration.ofDays(1), Duration.ofSeconds(1));

	private final List<ProvisionedHour> told = new ArrayList<>();

	@Test
	void tellsEachHourOfItsLifeOnceWhenItIsOver() {
		Catalogue catalogue = of(new Provision(50, 1_000_000_000, FIRST, null));
		ProvisionMeter meter = meter(catalogue, "2026-01-05T02:30:00Z");
		meter.look();
		meter.look();
		assertThat(this.told).extracting((hour) -> hour.start().toString())
			.containsExactly("2026-01-05T00:00:00Z", "2026-01-05T01:00:00Z");
		assertThat(this.told.getFirst().provision().nanoUsdPerHour()).isEqualTo(50_000_000_000L);
		meter(catalogue, "2026-01-05T03:00:00Z").look();
		assertThat(this.told).as("another replica, or the same one after a start").hasSize(5);
		assertThat(this.told.stream().map(ProvisionedHour::id).distinct()).hasSize(3);
	}

	@Test
	void goesBackNoFurtherThanItShallAndNotBeyondItsLife() {
		Catalogue endless = of(new Provision(1, 1, FIRST.minusYears(1), null));
		meter(endless, "2026-01-05T02:30:00Z").look();
		assertThat(this.told).hasSize(24);
		this.told.clear();
		meter(of(new Provision(1, 1, FIRST.minusDays(9), FIRST)), "2026-01-05T02:30:00Z").look();
		assertThat(this.told).as("it ended at midnight").hasSize(22);
		this.told.clear();
		meter(of(null), "2026-01-05T02:30:00Z").look();
		assertThat(this.told).isEmpty();
	}

	@Test
	void whatNobodyTookIsToldLater() {
		Catalogue catalogue = of(new Provision(1, 1, FIRST, null));
		boolean[] away = { true };
		ProvisionMeter meter = new ProvisionMeter(() -> catalogue, (hour) -> {
			if (away[0] && !this.told.isEmpty()) {
				throw new IllegalStateException("away");
			}
			this.told.add(hour);
		}, PROPERTIES, Clock.fixed(Instant.parse("2026-01-05T04:00:00Z"), ZoneOffset.UTC));
		meter.look();
		assertThat(this.told).hasSize(1);
		away[0] = false;
		meter.look();
		assertThat(this.told).extracting(ProvisionedHour::start).hasSize(4).doesNotHaveDuplicates().isSorted();
	}

	private ProvisionMeter meter(Catalogue catalogue, String now) {
		return new ProvisionMeter(() -> catalogue, this.told::add, PROPERTIES,
				Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
	}

	/** Two names for one deployment. */
	private static Catalogue of(@Nullable Provision provision) {
		Deployment deployment = new Deployment(provider("azure"), "gpt-4o", Price.FREE, 1, 1, "max_tokens",
				new Capacity(null, null, true, provision));
		return catalogue(model("gpt-4o", Strategy.PRIORITY, List.of(), deployment),
				model("clinical", Strategy.PRIORITY, List.of(), deployment));
	}

}
