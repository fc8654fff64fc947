package io.hilum.agents.remote;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.hilum.agents.tool.ToolRefusal;
import reactor.core.publisher.Mono;

/**
 * Bounds calls of one server: how many a run makes, and how many are under way. Calls of
 * more runs than can be under way are forgotten, the oldest first. Thread-safe.
 */
final class RemoteCalls {

	private static final int RUNS = 4096;

	private final int mostOfRun;

	private final int mostAtOnce;

	private final AtomicInteger underWay = new AtomicInteger();

	private final Map<String, Integer> made = new LinkedHashMap<>(16, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
			return size() > RUNS;
		}

	};

	RemoteCalls(int mostOfRun, int mostAtOnce) {
		this.mostOfRun = mostOfRun;
		this.mostAtOnce = mostAtOnce;
	}

	<T> Mono<T> within(String run, Mono<T> call) {
		return Mono.defer(() -> {
			count(run);
			if (this.underWay.incrementAndGet() > this.mostAtOnce) {
				this.underWay.decrementAndGet();
				throw new ToolRefusal("server_busy", "The server of this tool has enough to do. Try again later");
			}
			return call.doFinally((signal) -> this.underWay.decrementAndGet());
		});
	}

	private synchronized void count(String run) {
		if (this.made.merge(run, 1, Integer::sum) > this.mostOfRun) {
			throw new ToolRefusal("too_many_calls",
					"This run has called the server of this tool " + this.mostOfRun + " times, the most it may");
		}
	}

}
