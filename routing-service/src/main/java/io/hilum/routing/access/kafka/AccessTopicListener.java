package io.hilum.routing.access.kafka;

import io.hilum.routing.access.BudgetChanges;
import io.hilum.routing.budget.Budgets;
import io.hilum.routing.topic.kafka.TopicListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of budgets, and says when all are known.
 */
final class AccessTopicListener implements TopicListener {

	private static final Logger logger = LoggerFactory.getLogger(AccessTopicListener.class);

	private final BudgetChanges changes;

	private final Budgets budgets;

	AccessTopicListener(Budgets budgets) {
		this.changes = new BudgetChanges(budgets);
		this.budgets = budgets;
	}

	@Override
	public void startOver() {
		this.budgets.startOver();
	}

	@Override
	public void hear(@Nullable String key, byte @Nullable [] value) {
		this.changes.apply(key, value);
	}

	@Override
	public void caughtUp() {
		this.budgets.markComplete();
		logger.info("All budgets are known");
	}

	@Override
	public void unreadable(String why) {
		logger.warn("The access topic cannot be read at present: {}", why);
	}

}
