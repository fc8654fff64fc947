package io.hilum.routing.access;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import io.hilum.routing.budget.Budget;
import io.hilum.routing.budget.BudgetWindow;
import io.hilum.routing.budget.Budgets;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BudgetChanges} on the examples of the contract.
 */
class BudgetChangesTests {

	private final Budgets budgets = new Budgets();

	private final BudgetChanges changes = new BudgetChanges(this.budgets);

	@Test
	void readsTheExampleOfTheContract() throws IOException {
		this.changes.apply("budget:team:cardiology", example("budget"));
		assertThat(this.budgets.find("team:cardiology")).contains(new Budget("team:cardiology", 1,
				new BudgetWindow(BudgetWindow.Unit.MONTH, ZoneId.of("America/New_York")), 50_000_000_000L, true,
				List.of(80, 100), new Budget.RollOver(10_000_000_000L, Instant.parse("2026-01-01T05:00:00Z"))));
	}

	@Test
	void revokedBudgetIsGone() throws IOException {
		this.changes.apply("budget:team:cardiology", example("budget"));
		this.changes.apply("budget:team:cardiology", """
				{"kind":"budget","id":"team:cardiology","version":2,"changedAt":"2026-01-05T07:00:00Z","revoked":true,
				"window":"month","timeZone":"UTC","limitNanoUsd":0,"mode":"hard"}""".getBytes(StandardCharsets.UTF_8));
		assertThat(this.budgets.find("team:cardiology")).isEmpty();
	}

	@Test
	void passesOverWhatIsNotForItOrNotReadable() throws IOException {
		this.changes.apply("key:k7m2p4", example("key"));
		this.changes.apply(null, new byte[0]);
		this.changes.apply("budget:x", null);
		this.changes.apply("budget:x", "nonsense".getBytes(StandardCharsets.UTF_8));
		this.changes.apply("budget:x", """
				{"kind":"budget","id":"x","version":1,"revoked":false,"window":"aeon","timeZone":"Mars"}"""
			.getBytes(StandardCharsets.UTF_8));
		this.changes.apply("budget:x", """
				{"kind":"budget","version":1,"revoked":true,"limitNanoUsd":1}""".getBytes(StandardCharsets.UTF_8));
		this.changes.apply("budget:x", """
				{"kind":"budget","id":"x","version":1,"revoked":false,"window":"day","timeZone":"UTC","limitNanoUsd":1,
				"warnAtPercent":[null]}""".getBytes(StandardCharsets.UTF_8));
		assertThat(this.budgets.find("x")).isEmpty();
		this.changes.apply("budget:team:cardiology", example("budget"));
		assertThat(this.budgets.find("team:cardiology")).isPresent();
	}

	@Test
	void aBudgetOfWhichAChangeCannotBeReadIsNotKnownUntilANewerOneIs() throws IOException {
		this.changes.apply("budget:team:cardiology", example("budget"));
		assertThat(this.budgets.isKnown("team:cardiology")).isTrue();
		this.changes.apply("budget:team:cardiology", "nonsense".getBytes(StandardCharsets.UTF_8));
		this.changes.apply("budget:team:cardiology", example("budget"));
		assertThat(this.budgets.isKnown("team:cardiology")).as("a copy of before says nothing new").isFalse();
		assertThat(this.budgets.lost()).isEqualTo(1);
		this.changes.apply("budget:team:cardiology", changed(2));
		assertThat(this.budgets.isKnown("team:cardiology")).isTrue();
		this.changes.apply("budget:team:cardiology",
				"{\"version\":5,\"revoked\":0.5}".getBytes(StandardCharsets.UTF_8));
		this.changes.apply("budget:team:cardiology", changed(4));
		assertThat(this.budgets.isKnown("team:cardiology")).isFalse();
		this.changes.apply("budget:team:cardiology", changed(5));
		this.changes.apply("budget:team:cardiology",
				"{\"version\":3,\"revoked\":0.5}".getBytes(StandardCharsets.UTF_8));
		assertThat(this.budgets.isKnown("team:cardiology")).as("an old copy that cannot be read").isTrue();
	}

	@Test
	void aBudgetIsKnownAgainByWhatFollowsWhenAllIsReadAgain() throws IOException {
		for (int i = 0; i < 2; i++) {
			this.budgets.startOver();
			this.changes.apply("budget:team:cardiology", example("budget"));
			this.changes.apply("budget:team:cardiology", "nonsense".getBytes(StandardCharsets.UTF_8));
			assertThat(this.budgets.isKnown("team:cardiology")).isFalse();
			this.changes.apply("budget:team:cardiology", changed(2));
			assertThat(this.budgets.isKnown("team:cardiology")).isTrue();
		}
	}

	private static byte[] changed(long version) throws IOException {
		return new String(example("budget"), StandardCharsets.UTF_8)
			.replaceFirst("\"version\": *1", "\"version\":" + version)
			.getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] example(String name) throws IOException {
		try (InputStream content = BudgetChangesTests.class
			.getResourceAsStream("/contracts/examples/access-changed-v1/" + name + ".json")) {
			if (content == null) {
				throw new IllegalStateException(name + " is not an example");
			}
			return content.readAllBytes();
		}
	}

}
