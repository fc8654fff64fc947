package io.hilum.architecture;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The guard of event loops is really there: without it no other test could fail by it.
 */
class EventLoopsIT {

	private static final Scheduler EARLY = Schedulers.newParallel("early", 1);

	/**
	 * A thread that waits since before the guard, for a task that is due much later.
	 */
	@BeforeAll
	static void beIdleBefore() {
		Mono.fromCallable(() -> EARLY.schedule(() -> {
		}, 1, TimeUnit.HOURS)).subscribeOn(EARLY).block(Duration.ofSeconds(10));
	}

	@Test
	void leavesThreadsAliveThatWereIdle() {
		EventLoops.guard();
		Mono<String> sooner = Mono.delay(Duration.ofMillis(50), EARLY).map((tick) -> Thread.currentThread().getName());
		assertThat(sooner.block(Duration.ofSeconds(10))).isEqualTo("early-1");
	}

	@Test
	void failsWhatBlocks() {
		EventLoops.guard();
		Mono<Void> sleeping = Mono.<Void>fromCallable(() -> {
			Thread.sleep(Duration.ofMillis(1));
			return null;
		}).subscribeOn(Schedulers.parallel());
		assertThatThrownBy(() -> sleeping.block(Duration.ofSeconds(60)))
			.hasCauseInstanceOf(BlockingOperationError.class);
	}

	@Test
	void saysWhoBlocks() {
		EventLoops.guard();
		Mono<Boolean> waiting = Mono.fromCallable(EventLoopsIT::waitForNobody).subscribeOn(Schedulers.parallel());
		assertThatThrownBy(() -> waiting.block(Duration.ofSeconds(10))).rootCause()
			.hasMessageContaining("park by ")
			.hasMessageContaining("CountDownLatch.await")
			.hasMessageContaining("EventLoopsIT.waitForNobody");
	}

	private static boolean waitForNobody() throws InterruptedException {
		return new CountDownLatch(1).await(10, TimeUnit.SECONDS);
	}

	@Test
	void letsAHeldLockPass() throws InterruptedException {
		EventLoops.guard();
		ReentrantLock lock = new ReentrantLock();
		CompletableFuture<Boolean> locked = new CompletableFuture<>();
		lock.lock();
		try {
			Schedulers.parallel().schedule(() -> complete(locked, lock));
			while (!lock.hasQueuedThreads() && !locked.isDone()) {
				Thread.sleep(1);
			}
		}
		finally {
			lock.unlock();
		}
		assertThat(locked).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(true);
	}

	private static void complete(CompletableFuture<Boolean> locked, ReentrantLock lock) {
		try {
			lock.lock();
			lock.unlock();
			locked.complete(true);
		}
		catch (Throwable ex) {
			locked.completeExceptionally(ex);
		}
	}

}
