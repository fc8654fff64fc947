package io.hilum.usage.telemetry.r2dbc;

import java.util.Objects;

import io.hilum.usage.TestDatabase;
import io.hilum.usage.telemetry.Backlog;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link R2dbcBacklogs} on a real Postgres.
 */
class R2dbcBacklogsIT {

	@Test
	void seesWhatWaits() {
		TestDatabase database = TestDatabase.create();
		R2dbcBacklogs backlogs = new R2dbcBacklogs(database.client());
		assertThat(backlogs.present().block()).isEqualTo(new Backlog(0, 0, 0, 0));
		database.client().sql("""
				INSERT INTO usage.outbox (topic, key, type, value, created_at) VALUES
					('t', 'k', 'x', 'v', now() - interval '90 seconds'), ('t', 'k', 'x', 'v', now());
				INSERT INTO usage.dead_letter VALUES ('t', 'i', 0, 7, 'E', 'x', 1);
				UPDATE usage.audit_tip SET sequence = 12;
				INSERT INTO usage.audit_head VALUES (1, 1, 9, 'h', 'd')
				""").then().block();
		Backlog waiting = Objects.requireNonNull(backlogs.present().block());
		assertThat(waiting.outboxOldestSeconds()).isBetween(90L, 600L);
		assertThat(waiting).isEqualTo(new Backlog(2, waiting.outboxOldestSeconds(), 1, 3));
	}

}
