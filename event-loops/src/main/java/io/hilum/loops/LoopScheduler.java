package io.hilum.loops;

import io.netty.util.concurrent.EventExecutor;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;

/**
 * One event loop. Its own tasks run at once, those of others when it comes to them.
 */
final class LoopScheduler implements Scheduler {

	private final EventExecutor loop;

	LoopScheduler(EventExecutor loop) {
		this.loop = loop;
	}

	@Override
	public Disposable schedule(Runnable task) {
		if (this.loop.inEventLoop()) {
			task.run();
			return Disposables.disposed();
		}
		Disposable cancelled = Disposables.single();
		this.loop.execute(() -> {
			if (!cancelled.isDisposed()) {
				task.run();
			}
		});
		return cancelled;
	}

	@Override
	public Worker createWorker() {
		return new LoopWorker();
	}

	/**
	 * Tasks of one subscriber, of which none begins once it is disposed.
	 */
	private final class LoopWorker implements Worker {

		private final Disposable.Swap disposed = Disposables.swap();

		@Override
		public Disposable schedule(Runnable task) {
			return LoopScheduler.this.schedule(() -> {
				if (!this.disposed.isDisposed()) {
					task.run();
				}
			});
		}

		@Override
		public void dispose() {
			this.disposed.dispose();
		}

		@Override
		public boolean isDisposed() {
			return this.disposed.isDisposed();
		}

	}

}
