package io.hilum.usage.account.r2dbc;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import io.hilum.usage.TestDatabase;
import io.hilum.usage.account.ApiKey;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link R2dbcKeys} on a real Postgres.
 */
class R2dbcKeysIT {

	private static final TestDatabase DATABASE = TestDatabase.create();

	private final R2dbcKeys keys = new R2dbcKeys(DATABASE.client());

	/**
	 * Else a key that is revoked, or has another secret, between the reading and the
	 * change would be published as it was before, and open again.
	 */
	@Test
	void nobodyElseChangesKeysThatAreChangedTogether() {
		assertThat(this.keys.add(key("together1")).block()).isTrue();
		assertThat(revokedWhile((keys) -> keys.ofApplication("app"))).isFalse();
		assertThat(revokedWhile((keys) -> keys.ofTeam("team"))).isFalse();
		assertThat(revokedWhile((keys) -> keys.list("idp|amelia", null, 1))).isTrue();
		assertThat(this.keys.ofApplication("app").collectList().block()).isEmpty();
	}

	/**
	 * Whether somebody else can revoke the key while a transaction that has read it goes
	 * on.
	 */
	private boolean revokedWhile(Function<R2dbcKeys, Flux<ApiKey>> reading) {
		Mono<Boolean> work = reading.apply(this.keys)
			.collectList()
			.doOnNext((found) -> assertThat(found).hasSize(1))
			.then(Mono.fromCallable(this::revokedByAnother).subscribeOn(Schedulers.boundedElastic()));
		return Objects.requireNonNull(DATABASE.transactions().transactional(work).block());
	}

	private boolean revokedByAnother() {
		Mono<Boolean> impatient = DATABASE.client()
			.sql("SET LOCAL lock_timeout = '100ms'")
			.then()
			.then(Mono.defer(() -> this.keys.revoke("together1", "idp|ada", Instant.EPOCH)));
		return Boolean.TRUE.equals(
				DATABASE.transactions().transactional(impatient).onErrorResume((locked) -> Mono.just(false)).block());
	}

	private static ApiKey key(String id) {
		return new ApiKey(id, "ab".repeat(32), "name", "idp|amelia", List.of("Clinician"), "team", "app", "treatment",
				List.of("*"), List.of(), null, Instant.EPOCH, "idp|amelia", null, null);
	}

}
