package io.hilum.loops.redis;

import java.util.concurrent.TimeUnit;

import io.hilum.loops.EventLoops;
import io.lettuce.core.resource.EventLoopGroupProvider;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutorGroup;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.netty.util.concurrent.Promise;

/**
 * Lends the event loops of the service to the client of Redis, and never ends them.
 */
final class SharedLoops implements EventLoopGroupProvider {

	private final EventLoops loops;

	SharedLoops(EventLoops loops) {
		this.loops = loops;
	}

	/**
	 * Whichever type the client asks for, it is the one for its native transport, as of
	 * these loops.
	 */
	@Override
	@SuppressWarnings("unchecked")
	public <T extends EventLoopGroup> T allocate(Class<T> type) {
		return (T) this.loops.group();
	}

	@Override
	public int threadPoolSize() {
		return 1;
	}

	@Override
	public Future<Boolean> release(EventExecutorGroup group, long quietPeriod, long timeout, TimeUnit unit) {
		return done();
	}

	@Override
	public Future<Boolean> shutdown(long quietPeriod, long timeout, TimeUnit unit) {
		return done();
	}

	private static Future<Boolean> done() {
		Promise<Boolean> done = GlobalEventExecutor.INSTANCE.newPromise();
		return done.setSuccess(true);
	}

}
