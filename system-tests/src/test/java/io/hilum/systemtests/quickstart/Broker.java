package io.hilum.systemtests.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.hilum.systemtests.evidence.Eventually;

/**
 * The broker's process, found by its pid file, stopped and started from outside as an
 * operator would.
 */
public final class Broker {

	private static final Duration TO_START = Duration.ofSeconds(240);

	private final Path pidFile;

	private final ProcessHandle process;

	private final List<String> command = new ArrayList<>();

	Broker(Path home) {
		this.pidFile = find(home);
		try {
			String pid = Files.readString(this.pidFile).strip().split(" ")[0];
			this.process = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.command.add(this.process.info().command().orElseThrow());
		this.command.addAll(List.of(this.process.info().arguments().orElseThrow()));
	}

	/**
	 * Ends the broker and waits until it is gone.
	 */
	public void stop() {
		this.process.destroy();
		this.process.onExit().orTimeout(90, TimeUnit.SECONDS).join();
	}

	/**
	 * Starts it again on its old data and waits until it serves.
	 */
	public Process startAgain() {
		Path log = this.pidFile.resolveSibling("kafka-again.log");
		try {
			Process started = new ProcessBuilder(this.command).redirectErrorStream(true)
				.redirectOutput(log.toFile())
				.start();
			Files.writeString(this.pidFile,
					started.pid() + " " + started.info().startInstant().map(Object::toString).orElse("unknown"));
			String said = Eventually.get(TO_START, () -> read(log), (text) -> text.contains("Kafka Server started"));
			if (!said.contains("Kafka Server started")) {
				throw new IllegalStateException("The broker did not start again: " + said);
			}
			return started;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path find(Path home) {
		try (Stream<Path> files = Files.walk(home, 4)) {
			return files.filter((file) -> file.endsWith("kafka.pid")).findAny().orElseThrow();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
