package io.hilum.usage.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OutboxRelay}.
 */
class OutboxRelayTests {

	private final List<OutboxRecord> waiting = new ArrayList<>();

	private final List<OutboxRecord> published = new ArrayList<>();

	@Test
	void publishesAllThatWaitsInOrder() {
		for (int i = 0; i < 5; i++) {
			this.waiting.add(event("event " + i));
		}
		assertThat(relay((events) -> Mono.fromRunnable(() -> this.published.addAll(events))).flush().block()).isTrue();
		assertThat(this.published).extracting(OutboxRecord::value)
			.containsExactly("event 0", "event 1", "event 2", "event 3", "event 4");
		assertThat(this.waiting).isEmpty();
	}

	@Test
	void saysWhenTheBrokerDoesNotAnswerInTime() {
		this.waiting.add(event("late"));
		assertThat(relay(Duration.ofMillis(100), (events) -> Mono.never()).flush().block(Duration.ofSeconds(60)))
			.isFalse();
		assertThat(this.waiting).hasSize(1);
	}

	@Test
	void saysWhenTheBrokerRefuses() {
		this.waiting.add(event("refused"));
		assertThat(relay((events) -> Mono.error(new IllegalStateException("no leader"))).flush().block()).isFalse();
		assertThat(this.waiting).hasSize(1);
	}

	private OutboxRelay relay(Publisher publisher) {
		return relay(Duration.ofMinutes(1), publisher);
	}

	private OutboxRelay relay(Duration publishTimeout, Publisher publisher) {
		return new OutboxRelay(new ListedOutbox(), publisher,
				new OutboxProperties(2, 10, Duration.ofSeconds(1), publishTimeout));
	}

	private static OutboxRecord event(String value) {
		return new OutboxRecord(UUID.randomUUID(), "topic", "key", "type", Instant.EPOCH, value);
	}

	private final class ListedOutbox implements Outbox {

		@Override
		public Mono<Void> append(OutboxRecord event) {
			return Mono.fromRunnable(() -> OutboxRelayTests.this.waiting.add(event));
		}

		@Override
		public Mono<Integer> relay(int limit, Function<List<OutboxRecord>, Mono<Void>> publish) {
			return Mono.defer(() -> {
				List<OutboxRecord> all = OutboxRelayTests.this.waiting;
				List<OutboxRecord> oldest = List.copyOf(all.subList(0, Math.min(limit, all.size())));
				return publish.apply(oldest)
					.then(Mono.fromRunnable(() -> all.removeAll(oldest)))
					.thenReturn(oldest.size());
			});
		}

	}

}
