package io.hilum.routing.budget;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Until all budgets are known, models with a price are refused: the service is not ready.
 */
@Component
class BudgetsHealthIndicator implements HealthIndicator {

	private final Budgets budgets;

	BudgetsHealthIndicator(Budgets budgets) {
		this.budgets = budgets;
	}

	@Override
	public Health health() {
		return (this.budgets.isComplete() ? Health.up() : Health.outOfService()).build();
	}

}
