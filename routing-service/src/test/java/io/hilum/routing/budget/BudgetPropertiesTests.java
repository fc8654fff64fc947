package io.hilum.routing.budget;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for {@link BudgetProperties}: its defaults, its keys and what it refuses.
 */
class BudgetPropertiesTests {

	@Test
	void everyWaitHasADefault() {
		BudgetProperties usual = bind(Map.of());
		assertThat(usual.settlePause()).isEqualTo(Duration.ofMillis(100));
		assertThat(usual.maxSettlePause()).isEqualTo(Duration.ofSeconds(30));
		assertThat(usual.expiredRemembered()).isEqualTo(Duration.ofDays(1));
		assertThat(usual.endedRemembered()).isEqualTo(Duration.ofMinutes(5));
		assertThat(usual.keptAfterWindow()).isEqualTo(Duration.ofDays(32));
		assertThat(usual.warningPatience()).isEqualTo(Duration.ofSeconds(10));
	}

	@Test
	void everyWaitHasAKey() {
		BudgetProperties set = bind(Map.of("hilum.budget.settle-pause", "1s", "hilum.budget.max-settle-pause", "2s",
				"hilum.budget.expired-remembered", "3h", "hilum.budget.ended-remembered", "4h",
				"hilum.budget.kept-after-window", "5d", "hilum.budget.warning-patience", "6s"));
		assertThat(set.settlePause()).isEqualTo(Duration.ofSeconds(1));
		assertThat(set.maxSettlePause()).isEqualTo(Duration.ofSeconds(2));
		assertThat(set.expiredRemembered()).isEqualTo(Duration.ofHours(3));
		assertThat(set.endedRemembered()).isEqualTo(Duration.ofHours(4));
		assertThat(set.keptAfterWindow()).isEqualTo(Duration.ofDays(5));
		assertThat(set.warningPatience()).isEqualTo(Duration.ofSeconds(6));
	}

	@Test
	void aHoldThatIsOverIsKnownLongerThanAnybodyTriesToSettleIt() {
		assertThatThrownBy(() -> bind(Map.of("hilum.budget.settle-attempts", "20"))).rootCause()
			.hasMessageContaining("ended-remembered");
		assertThat(bind(Map.of("hilum.budget.settle-attempts", "20", "hilum.budget.ended-remembered", "15m"))
			.settleAttempts()).isEqualTo(20);
	}

	private static BudgetProperties bind(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("hilum.budget",
				BudgetProperties.class);
	}

}
