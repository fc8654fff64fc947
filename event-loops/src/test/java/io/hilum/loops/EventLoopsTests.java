package io.hilum.loops;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.netty.channel.EventLoop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.resources.LoopResources;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EventLoops}.
 */
class EventLoopsTests {

	private final LoopResources resources = LoopResources.create("loops", 3, true);

	private final EventLoops loops = new EventLoops(this.resources);

	@AfterEach
	void end() {
		this.resources.dispose();
	}

	@Test
	void comesBackToTheLoopThatSubscribed() throws Exception {
		for (int i = 0; i < 20; i++) {
			EventLoop own = this.loops.group().next();
			CompletableFuture<Boolean> onOwn = new CompletableFuture<>();
			own.execute(() -> this.loops.comeBack(Mono.just(1).subscribeOn(Schedulers.parallel()))
				.subscribe((one) -> onOwn.complete(own.inEventLoop()), onOwn::completeExceptionally));
			assertThat(onOwn.get(60, TimeUnit.SECONDS)).isTrue();
		}
	}

	@Test
	void goesOnAtOnceWhereItIsOnItsLoopAlready() throws Exception {
		EventLoop own = this.loops.group().next();
		CompletableFuture<Boolean> atOnce = new CompletableFuture<>();
		own.execute(() -> {
			AtomicInteger answered = new AtomicInteger();
			Disposable unused = this.loops.comeBack(Mono.just(1)).subscribe(answered::addAndGet);
			atOnce.complete(answered.get() == 1);
		});
		assertThat(atOnce.get(60, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void answersThoseWhoHaveNoLoop() {
		String thread = this.loops.comeBack(Mono.just(1))
			.map((one) -> Thread.currentThread().getName())
			.block(Duration.ofSeconds(60));
		assertThat(thread).startsWith("loops");
	}

	@Test
	void runsNothingThatWasCancelled() throws Exception {
		EventLoop loop = this.loops.group().next();
		Scheduler scheduler = new LoopScheduler(loop);
		Scheduler.Worker worker = scheduler.createWorker();
		AtomicInteger ran = new AtomicInteger();
		CompletableFuture<Void> begin = new CompletableFuture<>();
		loop.execute(begin::join);
		scheduler.schedule(ran::incrementAndGet).dispose();
		Disposable ofWorker = worker.schedule(ran::incrementAndGet);
		worker.dispose();
		begin.complete(null);
		loop.submit(() -> {
		}).get(60, TimeUnit.SECONDS);
		assertThat(ran).hasValue(0);
		assertThat(worker.isDisposed()).isTrue();
		assertThat(ofWorker.isDisposed()).isFalse();
	}

}
