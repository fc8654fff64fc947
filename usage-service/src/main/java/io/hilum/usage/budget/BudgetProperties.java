package io.hilum.usage.budget;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How budgets are changed.
 *
 * @param fourEyes whether a budget is raised or lifted only when two administrators want
 * the same
 * @param proposalAge how long one waits for the other
 */
@ConfigurationProperties("hilum.budgets")
public record BudgetProperties(@DefaultValue("false") boolean fourEyes, @DefaultValue("7d") Duration proposalAge) {
}
