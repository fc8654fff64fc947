package io.hilum.routing.load;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import io.hilum.routing.catalogue.Capacity;
import io.hilum.routing.catalogue.Deployment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static io.hilum.routing.catalogue.CatalogueFixtures.PRICE;
import static io.hilum.routing.catalogue.CatalogueFixtures.provider;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LoadBoard} and what it keeps of each deployment.
 */
class LoadBoardTests {

	private static final LoadProperties TWO_REPLICAS = new LoadProperties(2, Duration.ofSeconds(30), 10, 2, 20);

	private static final Deployment OPEN = deployment(Capacity.UNSTATED);

	private long nanos = TimeUnit.HOURS.toNanos(1);

	private final LoadBoard board = new LoadBoard(TWO_REPLICAS, () -> this.nanos);

	@Test
	void takesItsShareOfTheRequestsPerMinute() {
		Deployment deployment = deployment(new Capacity(null, 60, false));
		for (int i = 0; i < 30; i++) {
			assertThat(hasRoom(deployment, 1)).isTrue();
			begin(deployment, 1).giveBack(1);
		}
		assertThat(hasRoom(deployment, 1)).isFalse();
		advance(Duration.ofSeconds(2));
		assertThat(hasRoom(deployment, 1)).isTrue();
		begin(deployment, 1).giveBack(1);
		assertThat(hasRoom(deployment, 1)).isFalse();
	}

	@Test
	void givesBackTokensThatWereNotUsed() {
		Deployment deployment = deployment(new Capacity(2000, null, false));
		Place place = begin(deployment, 1000);
		assertThat(hasRoom(deployment, 1)).isFalse();
		place.giveBack(400);
		place.giveBack(0);
		assertThat(hasRoom(deployment, 600)).isTrue();
		assertThat(hasRoom(deployment, 601)).isFalse();
	}

	@Test
	void whatIsUsedAboveTheQuotaIsADebtOfAMinuteAtMost() {
		Deployment deployment = deployment(new Capacity(2000, null, false));
		assertThat(hasRoom(deployment, 50_000)).as("alone, anything may be asked").isTrue();
		begin(deployment, 50_000).giveBack(50_000);
		advance(Duration.ofSeconds(119));
		assertThat(hasRoom(deployment, 1000)).isFalse();
		advance(Duration.ofSeconds(1));
		assertThat(hasRoom(deployment, 1000)).isTrue();
	}

	@Test
	void beginsAnewWhenQuotasChange() {
		begin(deployment(new Capacity(2000, null, false)), 1000);
		assertThat(hasRoom(deployment(new Capacity(4000, null, false)), 2000)).isTrue();
	}

	@Test
	void shedsWhatIsAboveTheLimitAndLearnsIt() {
		Deque<Place> places = new ArrayDeque<>();
		for (int i = 0; i < 10; i++) {
			places.add(begin(OPEN, 1));
		}
		assertThat(this.board.tryBegin(OPEN, 1, true)).isNull();
		assertThat(hasRoom(OPEN, 1)).isFalse();
		advance(Duration.ofSeconds(1));
		places.forEach(Place::overloaded);
		places.forEach((place) -> place.giveBack(0));
		assertThat(concurrent()).as("ten refusals at once are one").isEqualTo(8);
		advance(Duration.ofSeconds(1));
		begin(OPEN, 1).overloaded();
		assertThat(this.board.of(OPEN, 1, true).inFlight()).isEqualTo(1);
	}

	@Test
	void growsAgainWhileItIsUsed() {
		begin(OPEN, 1).overloaded();
		for (int i = 0; i < 100; i++) {
			Deque<Place> places = new ArrayDeque<>();
			for (Place place = tryBegin(); place != null; place = tryBegin()) {
				places.add(place);
			}
			places.forEach(Place::firstByte);
			places.forEach((place) -> place.giveBack(1));
		}
		assertThat(concurrent()).as("up to its bound, with the one still there").isEqualTo(19);
	}

	@Test
	void jumpsToAWorseLatencyAndForgetsItByTime() {
		assertThat(latency(true)).isNegative();
		answerAfter(Duration.ofMillis(100));
		answerAfter(Duration.ofMillis(900));
		assertThat(latency(true)).isEqualTo(900);
		advance(Duration.ofSeconds(30));
		assertThat(latency(true)).isBetween(320.0, 340.0);
		answerAfter(Duration.ofMillis(100));
		assertThat(latency(true)).isBetween(380.0, 400.0);
		assertThat(latency(false)).as("whole answers are another matter").isNegative();
	}

	private int concurrent() {
		Deque<Place> places = new ArrayDeque<>();
		for (Place place = tryBegin(); place != null; place = tryBegin()) {
			places.add(place);
		}
		places.forEach((place) -> place.giveBack(0));
		return places.size();
	}

	private void answerAfter(Duration time) {
		Place place = begin(OPEN, 1);
		advance(time);
		place.firstByte();
		place.giveBack(1);
	}

	private double latency(boolean stream) {
		return this.board.of(OPEN, 1, stream).latencyMillis();
	}

	private boolean hasRoom(Deployment deployment, long tokens) {
		return this.board.of(deployment, tokens, true).room();
	}

	private Place begin(Deployment deployment, long tokens) {
		return Objects.requireNonNull(this.board.tryBegin(deployment, tokens, true));
	}

	private @Nullable Place tryBegin() {
		return this.board.tryBegin(OPEN, 1, true);
	}

	private void advance(Duration time) {
		this.nanos += time.toNanos();
	}

	private static Deployment deployment(Capacity capacity) {
		return new Deployment(provider("p"), "m", PRICE, 1, 1, "max_tokens", capacity);
	}

}
