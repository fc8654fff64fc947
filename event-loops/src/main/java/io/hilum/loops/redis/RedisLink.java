package io.hilum.loops.redis;

import java.time.Duration;

import io.hilum.loops.EventLoops;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

import org.springframework.context.SmartLifecycle;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * The way to Redis from an event loop, and back to it. The client makes its first
 * connection on the thread that asks, which would stop a loop that is to make it: it is
 * made at the start, or behind the scenes as soon as Redis is there, and until then a
 * command fails at once. Later the client connects again by itself.
 */
public final class RedisLink implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(RedisLink.class);

	private final LettuceConnectionFactory connections;

	private final EventLoops loops;

	private final Duration retry;

	private volatile boolean connected;

	private volatile @Nullable Disposable connecting;

	/**
	 * Create a link.
	 * @param connections makes the connection
	 * @param loops where commands come from
	 * @param retry the pause between attempts to connect for the first time
	 */
	public RedisLink(LettuceConnectionFactory connections, EventLoops loops, Duration retry) {
		this.connections = connections;
		this.loops = loops;
		this.retry = retry;
	}

	/**
	 * Run commands, and come back to the event loop that subscribes.
	 * @param <T> what Redis answers
	 * @param commands the commands
	 * @return the answer, or {@link RedisConnectionFailureException} at once if Redis was
	 * never there
	 */
	public <T> Mono<T> call(Mono<T> commands) {
		return Mono.defer(() -> this.connected ? this.loops.comeBack(commands) : Mono.error(RedisLink::away));
	}

	private static RedisConnectionFailureException away() {
		return new RedisConnectionFailureException("Redis was not there yet");
	}

	@Override
	public void start() {
		try {
			connect();
		}
		catch (RuntimeException ex) {
			logger.warn("Redis is not there ({}); it is tried again every {} ms", ex.getClass().getSimpleName(),
					this.retry.toMillis());
			this.connecting = Mono.fromRunnable(this::connect)
				.subscribeOn(Schedulers.boundedElastic())
				.retryWhen(Retry.fixedDelay(Long.MAX_VALUE, this.retry))
				.subscribe();
		}
	}

	private void connect() {
		this.connections.initConnection();
		this.connected = true;
	}

	@Override
	public void stop() {
		Disposable trying = this.connecting;
		this.connecting = null;
		this.connected = false;
		if (trying != null) {
			trying.dispose();
		}
	}

	/**
	 * With the connections: before the server opens, and open until the last request that
	 * it waits for is settled.
	 */
	@Override
	public int getPhase() {
		return this.connections.getPhase();
	}

	@Override
	public boolean isRunning() {
		return this.connected || this.connecting != null;
	}

}
