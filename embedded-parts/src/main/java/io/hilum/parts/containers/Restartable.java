package io.hilum.parts.containers;

import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports.Binding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.WaitStrategy;

/**
 * A container that keeps its data and its port when it is stopped and started again,
 * which Testcontainers by itself would throw away.
 */
final class Restartable {

	private static final Logger logger = LoggerFactory.getLogger(Restartable.class);

	private static final int SECONDS_TO_STOP = 15;

	private final GenericContainer<?> container;

	private final WaitStrategy answers;

	/**
	 * Make a container restartable.
	 * @param container a container that was not started yet
	 * @param port the port that clients connect to
	 * @param answers how to see that it answers once more; what it wrote to its log does
	 * not tell, for the log still has what it said the first time
	 */
	Restartable(GenericContainer<?> container, int port, WaitStrategy answers) {
		this.container = container;
		this.answers = answers;
		int published = io.hilum.parts.process.Ports.free();
		container.withExposedPorts(port);
		container.withCreateContainerCmdModifier((command) -> {
			HostConfig host = command.getHostConfig();
			if (host != null) {
				host.withPortBindings(new PortBinding(Binding.bindPort(published), new ExposedPort(port)));
			}
		});
	}

	void start() {
		if (this.container.getContainerId() == null) {
			this.container.start();
		}
		else {
			startAgain();
		}
	}

	void stop() {
		unlessItIsSo(() -> this.container.getDockerClient()
			.stopContainerCmd(this.container.getContainerId())
			.withTimeout(SECONDS_TO_STOP)
			.exec());
	}

	private void startAgain() {
		unlessItIsSo(() -> this.container.getDockerClient().startContainerCmd(this.container.getContainerId()).exec());
		this.answers.waitUntilReady(this.container);
	}

	private void unlessItIsSo(Runnable change) {
		try {
			change.run();
		}
		catch (NotModifiedException ex) {
			logger.debug("{} is in that state already", this.container.getDockerImageName());
		}
	}

}
