package io.hilum.loops.redis;

import java.time.Duration;
import java.util.List;

import io.hilum.loops.EventLoops;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

import org.springframework.context.SmartLifecycle;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.script.RedisScript;

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

	private volatile @Nullable ScriptCommands scripts;

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
		return Mono.defer(() -> (this.scripts != null) ? this.loops.comeBack(commands) : Mono.error(RedisLink::away));
	}

	/**
	 * Run a script, and come back to the event loop that subscribes.
	 * @param <T> what it answers: a {@link Long}, a {@link String}, or a {@link List} of
	 * numbers
	 * @param script the script
	 * @param keys the keys that it touches
	 * @param arguments its further arguments
	 * @return the answer, an error of the client, or
	 * {@link RedisConnectionFailureException} at once if Redis was never there
	 */
	public <T> Mono<T> run(RedisScript<T> script, List<String> keys, List<String> arguments) {
		return Mono.defer(() -> {
			ScriptCommands commands = this.scripts;
			return (commands != null) ? this.loops.comeBack(commands.run(script, keys, arguments))
					: Mono.error(RedisLink::away);
		});
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
		this.scripts = new ScriptCommands(commands(this.connections.getConnection()));
	}

	/** Of the connection that all share, which connects again by itself. */
	@SuppressWarnings("unchecked")
	private static RedisClusterAsyncCommands<byte[], byte[]> commands(RedisConnection shared) {
		return (RedisClusterAsyncCommands<byte[], byte[]>) shared.getNativeConnection();
	}

	@Override
	public void stop() {
		Disposable trying = this.connecting;
		this.connecting = null;
		this.scripts = null;
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
		return this.scripts != null || this.connecting != null;
	}

}
