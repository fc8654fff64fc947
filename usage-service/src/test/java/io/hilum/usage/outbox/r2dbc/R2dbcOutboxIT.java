package io.hilum.usage.outbox.r2dbc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import io.hilum.usage.TestDatabase;
import io.hilum.usage.outbox.OutboxProperties;
import io.hilum.usage.outbox.OutboxRecord;
import io.hilum.usage.problem.UsageProblem;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for {@link R2dbcOutbox} on a real Postgres.
 */
class R2dbcOutboxIT {

	private final TestDatabase database = TestDatabase.create();

	private final R2dbcOutbox outbox = outbox(1000);

	private final List<String> published = Collections.synchronizedList(new ArrayList<>());

	@Test
	void keepsTheOrderWhenManyRelaysRunAtOnce() {
		append(100);
		Flux.range(0, 6)
			.flatMap((i) -> this.outbox.relay(10, this::publish)
				.expand((count) -> (count < 10) ? Mono.empty() : outbox(1000).relay(10, this::publish)))
			.blockLast();
		assertThat(this.published).hasSize(100).isEqualTo(values(100));
		assertThat(this.database.number("SELECT count(*) FROM usage.outbox")).isZero();
	}

	@Test
	void keepsWhatWasNotAcknowledged() {
		append(3);
		assertThatThrownBy(
				() -> this.outbox.relay(10, (events) -> Mono.error(new IllegalStateException("no leader"))).block())
			.hasMessage("no leader");
		assertThat(this.outbox.relay(10, this::publish).block()).isEqualTo(3);
		assertThat(this.published).isEqualTo(values(3));
	}

	@Test
	void forgetsWhatItsTransactionDidNotDecide() {
		Mono<Void> undecided = this.outbox.append(event("undecided"))
			.then(Mono.error(new IllegalStateException("undone")));
		assertThatThrownBy(() -> this.database.transactions().transactional(undecided).block()).hasMessage("undone");
		assertThat(this.outbox.relay(10, this::publish).block()).isZero();
	}

	@Test
	void refusesMoreThanItMayHold() {
		R2dbcOutbox small = outbox(2);
		small.append(event("1")).then(small.append(event("2"))).block();
		assertThatThrownBy(() -> small.append(event("3")).block()).isInstanceOf(UsageProblem.Unavailable.class);
	}

	private Mono<Void> publish(List<OutboxRecord> events) {
		return Mono.delay(Duration.ofMillis(5))
			.then(Mono.fromRunnable(() -> events.forEach((event) -> this.published.add(event.value()))));
	}

	private void append(int count) {
		Flux.fromIterable(values(count)).concatMap((value) -> this.outbox.append(event(value))).blockLast();
	}

	private R2dbcOutbox outbox(int max) {
		return new R2dbcOutbox(this.database.client(), this.database.transactions(),
				new OutboxProperties(10, max, Duration.ofSeconds(1), Duration.ofSeconds(1)));
	}

	private static List<String> values(int count) {
		return Flux.range(0, count).map((i) -> "event " + i).collectList().blockOptional().orElseThrow();
	}

	private static OutboxRecord event(String value) {
		return new OutboxRecord(UUID.randomUUID(), "topic", "key", "type", Instant.EPOCH, value);
	}

}
