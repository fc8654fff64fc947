package io.hilum.systemtests.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.hilum.parts.process.ChildProcess;
import io.hilum.systemtests.client.Gateway;
import io.hilum.systemtests.evidence.Eventually;
import org.jspecify.annotations.Nullable;

/**
 * One service in a JVM of its own. Each life of it has a folder with its log. Not
 * thread-safe.
 */
final class ServiceProcess {

	private static final Duration TO_BE_READY = Duration.ofMinutes(5);

	/** What a container of it has, with a heap that leaves room for the others. */
	private static final List<String> OPTIONS = List.of("-Xmx320m", "-Xss512k", "-XX:+UseSerialGC",
			"-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError", "-XX:-HeapDumpOnOutOfMemoryError",
			"-XX:-UsePerfData", "--enable-native-access=ALL-UNNAMED", "-Dfile.encoding=UTF-8");

	private final Service service;

	private final Path home;

	private final URI url;

	private final Map<String, String> environment;

	private final List<String> arguments;

	private @Nullable ChildProcess process;

	private int lives;

	ServiceProcess(Service service, Path home, URI url, Map<String, String> environment, List<String> arguments) {
		this.service = service;
		this.home = home;
		this.url = url;
		this.environment = environment;
		this.arguments = arguments;
	}

	URI url() {
		return this.url;
	}

	/** Returns at once; {@link #awaitReady()} says when it serves. */
	void start() {
		this.lives++;
		List<String> command = new ArrayList<>(List.of(ExecutableJar.java()));
		command.addAll(OPTIONS);
		command.addAll(List.of("-jar", ExecutableJar.of(this.service).toString()));
		command.addAll(this.arguments);
		ChildProcess life = new ChildProcess(this.service.artifact(), folder());
		life.start(command, this.environment);
		this.process = life;
	}

	void awaitReady() {
		Gateway door = new Gateway(this.url, "");
		boolean ready = Eventually.get(TO_BE_READY, () -> isReady(door), (answer) -> answer || !running().isAlive());
		if (!ready) {
			throw new IllegalStateException(this.service.artifact() + " is not ready, see " + folder());
		}
	}

	/** As {@code kill -9}. */
	void kill() {
		ChildProcess life = this.process;
		if (life != null) {
			life.kill();
		}
	}

	private ChildProcess running() {
		return Objects.requireNonNull(this.process, "never started");
	}

	private Path folder() {
		try {
			return Files
				.createDirectories(this.home.resolve("log").resolve(this.service.artifact() + "-" + this.lives));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean isReady(Gateway door) {
		try {
			return door.get("/actuator/health/readiness").status() == 200;
		}
		catch (UncheckedIOException ex) {
			return false;
		}
	}

}
