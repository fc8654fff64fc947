package io.hilum.parts.containers;

import io.hilum.parts.RedisPart;
import io.hilum.parts.redis.Keyspace;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/**
 * Redis in a container.
 */
final class ContainerRedis implements RedisPart {

	private static final int PORT = 6379;

	private final GenericContainer<?> container;

	private final Restartable restartable;

	ContainerRedis(String image) {
		this.container = new GenericContainer<>(image).withCommand("redis-server", "--appendonly", "yes");
		this.restartable = new Restartable(this.container, PORT,
				Wait.forSuccessfulCommand("redis-cli ping | grep -q PONG"));
	}

	@Override
	public void start() {
		this.restartable.start();
	}

	@Override
	public void stop() {
		this.restartable.stop();
	}

	@Override
	public String url() {
		return "redis://" + this.container.getHost() + ":" + this.container.getMappedPort(PORT);
	}

	@Override
	public void flush() {
		Keyspace.forget(url());
	}

}
