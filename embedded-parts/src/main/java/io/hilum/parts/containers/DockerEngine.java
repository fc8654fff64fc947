package io.hilum.parts.containers;

import java.nio.file.Files;
import java.nio.file.Path;

import org.testcontainers.DockerClientFactory;

/**
 * The container engine of this machine, if it has one.
 */
public final class DockerEngine {

	private static final Path SOCKET = Path.of("/var/run/docker.sock");

	private DockerEngine() {
	}

	/**
	 * Whether an engine is named or has a socket, and answers.
	 * @return whether containers can be started
	 */
	public static boolean answers() {
		boolean named = System.getenv("DOCKER_HOST") != null || Files.exists(SOCKET);
		return named && DockerClientFactory.instance().isDockerAvailable();
	}

}
