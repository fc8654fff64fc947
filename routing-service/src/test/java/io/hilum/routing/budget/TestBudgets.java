package io.hilum.routing.budget;

import java.time.Duration;

/**
 * Settings of budgets for tests.
 */
public final class TestBudgets {

	private TestBudgets() {
	}

	/**
	 * Settings with the usual pauses.
	 * @param defaultOutput how many output tokens a request may cost that names no limit
	 * @param minOutput how few output tokens a budget may leave
	 * @param holdExpiry when a hold that nobody settled is charged
	 * @return the settings
	 */
	public static BudgetProperties properties(int defaultOutput, int minOutput, Duration holdExpiry) {
		return new BudgetProperties(defaultOutput, minOutput, holdExpiry, Duration.ofSeconds(1), 3, 100, "t", 1000,
				50_000, 1000, 4, Duration.ofMillis(100), Duration.ofSeconds(30), Duration.ofDays(1),
				Duration.ofMinutes(5), Duration.ofDays(32), Duration.ofSeconds(10));
	}

}
