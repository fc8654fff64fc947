package io.hilum.parts.containers;

import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports.Binding;
import org.testcontainers.containers.GenericContainer;

/**
 * A container that keeps its data and its port when it is stopped and started again,
 * which Testcontainers by itself would throw away.
 */
final class Restartable {

	private static final int SECONDS_TO_STOP = 15;

	private final GenericContainer<?> container;

	Restartable(GenericContainer<?> container, int port) {
		this.container = container;
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
			this.container.getDockerClient().startContainerCmd(this.container.getContainerId()).exec();
		}
	}

	void stop() {
		this.container.getDockerClient()
			.stopContainerCmd(this.container.getContainerId())
			.withTimeout(SECONDS_TO_STOP)
			.exec();
	}

}
