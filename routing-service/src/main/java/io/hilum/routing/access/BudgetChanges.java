package io.hilum.routing.access;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.hilum.routing.budget.Budget;
import io.hilum.routing.budget.BudgetWindow;
import io.hilum.routing.budget.Budgets;
import io.hilum.trust.access.UnreadChanges;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Applies what usage-service says about budgets. A message that cannot be read may be a
 * lower limit: the budget that it names counts as not known until a newer one is read. It
 * does not stop the ones behind it.
 */
public final class BudgetChanges {

	private static final Logger logger = LoggerFactory.getLogger(BudgetChanges.class);

	private static final String PREFIX = "budget:";

	private static final JsonMapper JSON = JsonMapper.shared();

	private final Budgets budgets;

	public BudgetChanges(Budgets budgets) {
		this.budgets = budgets;
	}

	/**
	 * Apply a message of the topic.
	 * @param key the key of the message
	 * @param value its content, {@code null} for a tombstone
	 */
	public void apply(@Nullable String key, byte @Nullable [] value) {
		if (key == null || !key.startsWith(PREFIX) || value == null) {
			return;
		}
		try {
			apply(key.substring(PREFIX.length()), JSON.readValue(value, AccessChangedV1.class));
		}
		catch (RuntimeException ex) {
			logger.error("Message {} of the access topic cannot be read, what it pays for is refused: {}", key,
					ex.getClass().getSimpleName());
			this.budgets.lose(key.substring(PREFIX.length()), UnreadChanges.versionOf(value));
		}
	}

	private void apply(String id, AccessChangedV1 change) {
		if (!id.equals(change.id())) {
			throw new IllegalArgumentException("the message is of another budget than its key says");
		}
		if (change.revoked()) {
			this.budgets.remove(change.id(), change.version());
			return;
		}
		if (change.window() == null || change.timeZone() == null) {
			throw new IllegalArgumentException("a budget needs a window and a time zone");
		}
		BudgetWindow window = new BudgetWindow(BudgetWindow.Unit.parse(change.window()), ZoneId.of(change.timeZone()));
		this.budgets
			.put(new Budget(change.id(), change.version(), window, change.limitNanoUsd(), !"soft".equals(change.mode()),
					(change.warnAtPercent() != null) ? change.warnAtPercent() : List.of(), rollOver(change)));
	}

	/** Without a day nothing is known of windows before the present one. */
	private static Budget.@Nullable RollOver rollOver(AccessChangedV1 change) {
		Long most = change.rollOverNanoUsd();
		return (most == null || most <= 0) ? null
				: new Budget.RollOver(most, Objects.requireNonNullElse(change.rollOverSince(), Instant.MAX));
	}

	/**
	 * What is read of an event of hilum.access.v1.
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record AccessChangedV1(String id, long version, boolean revoked, @Nullable String window, @Nullable String timeZone,
			long limitNanoUsd, @Nullable String mode, @Nullable List<Integer> warnAtPercent,
			@Nullable Long rollOverNanoUsd, @Nullable Instant rollOverSince) {

	}

}
