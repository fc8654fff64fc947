package io.hilum.phi.scrub.web;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.hilum.phi.detect.DetectionFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ScrubWorkers}: whatever goes wrong, the caller learns it soon, and the
 * next request is served.
 */
class ScrubWorkersTests {

	private static final Duration LONG = Duration.ofSeconds(90);

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final ScrubWorkers workers = new ScrubWorkers(1, 4, 0, 1000, LONG);

	@AfterEach
	void stop() {
		this.workers.close();
	}

	static Stream<Error> errors() {
		return Stream.of(new OutOfMemoryError("Irma Peter"), new StackOverflowError(), new NoClassDefFoundError("x"),
				new ExceptionInInitializerError("x"), new AssertionError("Irma Peter"), new InternalError());
	}

	@ParameterizedTest
	@MethodSource("errors")
	void answersAnErrorOfTheMachineAndGoesOn(Error error) {
		requireAnswer(() -> {
			throw error;
		});
	}

	@Test
	void refusesWhatADetectorCouldNotLookAt() {
		requireAnswer(() -> {
			throw new DetectionFailedException("the classifier failed");
		});
	}

	private void requireAnswer(Callable<String> failing) {
		requireAnswer(this.workers, failing);
		try (ScrubWorkers inline = new ScrubWorkers(1, 4, 1000, 1000, LONG)) {
			requireAnswer(inline, failing);
		}
	}

	private static void requireAnswer(ScrubWorkers workers, Callable<String> failing) {
		assertThatExceptionOfType(ScrubProblemException.class).isThrownBy(() -> result(workers, failing))
			.satisfies((ex) -> {
				assertThat(ex.problem().status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
				assertThat(ex.problem().code()).isEqualTo("scrubber_failed");
				assertThat(ex.problem().message()).doesNotContain("Irma");
			});
		assertThat(result(workers, () -> "next")).isEqualTo("next");
	}

	@Test
	void answersAnExceptionAndGoesOn() {
		assertThatException().isThrownBy(() -> result(this.workers, () -> {
			throw new IllegalStateException("x");
		}));
		assertThat(result(this.workers, () -> "next")).isEqualTo("next");
	}

	@Test
	void answersWhenTheTimeIsUpAndInterruptsTheWork() {
		CountDownLatch interrupted = new CountDownLatch(1);
		try (ScrubWorkers hasty = new ScrubWorkers(1, 4, 0, 1000, Duration.ofSeconds(2))) {
			assertThatExceptionOfType(ScrubProblemException.class).isThrownBy(() -> result(hasty, () -> {
				try {
					Thread.sleep(PATIENCE.toMillis());
				}
				catch (InterruptedException ex) {
					interrupted.countDown();
				}
				return "late";
			})).satisfies((ex) -> assertThat(ex.problem().status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE));
			assertThat(interrupted).satisfies((latch) -> assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue());
		}
	}

	@Test
	void neverWaitsWhereABodyArrived() {
		try (ScrubWorkers inline = new ScrubWorkers(1, 4, 1000, 1000, LONG)) {
			Callable<Thread> where = Thread::currentThread;
			assertThat(inline.run(10, where).block(PATIENCE)).isSameAs(Thread.currentThread());
			assertThat(inline.runOnThread(10, where).block(PATIENCE)).isNotSameAs(Thread.currentThread());
		}
	}

	private static String result(ScrubWorkers workers, Callable<String> work) {
		Mono<String> run = workers.run(10, work);
		return String.valueOf(run.block(PATIENCE));
	}

}
