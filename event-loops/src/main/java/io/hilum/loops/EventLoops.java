package io.hilum.loops;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.netty.resources.LoopResources;

/**
 * The event loops of a service. A request stays on one of them as long as nothing has to
 * be waited for elsewhere, and comes back to it afterwards, so that no loop gathers the
 * requests of the others. Thread-safe.
 */
public final class EventLoops {

	private final EventLoopGroup group;

	private final ConcurrentMap<EventExecutor, Scheduler> schedulers = new ConcurrentHashMap<>();

	/**
	 * Create the view of some event loops.
	 * @param resources where they are from
	 */
	public EventLoops(LoopResources resources) {
		this.group = resources.onClient(true);
	}

	/**
	 * The loops themselves, for a client that is to use them.
	 * @return a group that hands out the loop that asks, where one does
	 */
	public EventLoopGroup group() {
		return this.group;
	}

	/**
	 * Come back to the event loop that subscribes, whichever thread answers. What answers
	 * on that loop goes on without a hop. Whoever subscribes elsewhere gets the answer on
	 * any of the loops.
	 * @param <T> what is awaited
	 * @param elsewhere what is answered by threads of others
	 * @return the same, on the loop of its subscriber
	 */
	public <T> Mono<T> comeBack(Mono<T> elsewhere) {
		return Mono.defer(() -> elsewhere.publishOn(here()));
	}

	private Scheduler here() {
		return this.schedulers.computeIfAbsent(this.group.next(), LoopScheduler::new);
	}

}
