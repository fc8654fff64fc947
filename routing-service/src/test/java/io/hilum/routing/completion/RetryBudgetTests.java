package io.hilum.routing.completion;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RetryBudget}.
 */
class RetryBudgetTests {

	@Test
	void letsAShareOfRequestsBeAskedAgain() {
		RetryBudget budget = new RetryBudget(20);
		int atOnce = 0;
		while (budget.trySpend()) {
			atOnce++;
		}
		assertThat(atOnce).isEqualTo(100);
		int later = 0;
		for (int i = 0; i < 1000; i++) {
			budget.earn();
			later += budget.trySpend() ? 1 : 0;
		}
		assertThat(later).isEqualTo(200);
	}

}
