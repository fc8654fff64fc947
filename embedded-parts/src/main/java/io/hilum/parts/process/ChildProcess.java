package io.hilum.parts.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.hilum.parts.PartException;
import org.jspecify.annotations.Nullable;

/**
 * A process that cannot outlive this JVM. Its output goes to {@code <name>.log} in its
 * folder; {@code <name>.pid} lets the next run find it if everything else failed.
 */
public final class ChildProcess {

	private static final Duration POLL = Duration.ofMillis(25);

	private static final Duration TIME_TO_DIE = Duration.ofSeconds(10);

	private static final List<String> YIELDING = List.of("nice", "-n", "5");

	private final String name;

	private final Path log;

	private final PidFile pidFile;

	private final List<String> launcher;

	private @Nullable Process process;

	public ChildProcess(String name, Path folder) {
		this(name, folder, List.of());
	}

	private ChildProcess(String name, Path folder, List<String> launcher) {
		this.name = name;
		this.log = folder.resolve(name + ".log");
		this.pidFile = new PidFile(folder.resolve(name + ".pid"));
		this.launcher = launcher;
	}

	/**
	 * A process that yields the processor to ours where both want it, as a server on a
	 * machine of its own would.
	 * @param name its name
	 * @param folder its folder
	 * @return the process, not started
	 */
	public static ChildProcess yielding(String name, Path folder) {
		return new ChildProcess(name, folder, Programs.onPath("nice") ? YIELDING : List.of());
	}

	/**
	 * End a process of this name and folder that an earlier JVM left behind.
	 */
	public void killLeftover() {
		this.pidFile.killLeftover();
	}

	/**
	 * Start a command.
	 * @param command the program and its arguments
	 * @param environment variables added to ours
	 */
	public synchronized void start(List<String> command, Map<String, String> environment) {
		killLeftover();
		try {
			List<String> all = new ArrayList<>(this.launcher);
			all.addAll(command);
			ProcessBuilder builder = new ProcessBuilder(OwnSession.of(all)).redirectErrorStream(true)
				.redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
				.redirectOutput(this.log.toFile());
			builder.environment().putAll(environment);
			Process started = builder.start();
			this.process = started;
			Lifeline.ofThisJvm().hold(started.pid());
			this.pidFile.write(started.toHandle());
		}
		catch (IOException ex) {
			throw new PartException(this.name + " cannot be started: " + ex.getMessage(), ex);
		}
	}

	/**
	 * Wait until the process says a phrase.
	 * @param phrase part of a line of its output
	 * @param atMost how long to wait
	 */
	public void awaitOutput(String phrase, Duration atMost) {
		long deadline = System.nanoTime() + atMost.toNanos();
		while (!output().contains(phrase)) {
			if (!isAlive()) {
				throw new PartException(this.name + " stopped while starting: " + lastWords());
			}
			if (System.nanoTime() > deadline) {
				throw new PartException(
						this.name + " did not start within " + atMost.toSeconds() + " s, see " + this.log);
			}
			pause();
		}
	}

	/**
	 * Wait for the process to end by itself.
	 * @param atMost how long to wait
	 */
	public void awaitSuccess(Duration atMost) {
		Process running = current();
		try {
			if (!running.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
				kill();
				throw new PartException(this.name + " took longer than " + atMost.toSeconds() + " s, see " + this.log);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new PartException(this.name + " was interrupted", ex);
		}
		forget(running);
		if (running.exitValue() != 0) {
			throw new PartException(this.name + " failed: " + lastWords());
		}
	}

	/**
	 * Ask the process to end, and insist when it does not.
	 * @param signal the signal's name, for example {@code TERM}
	 * @param grace how long it may take
	 */
	public synchronized void stop(String signal, Duration grace) {
		Process running = this.process;
		if (running == null) {
			return;
		}
		try {
			new ProcessBuilder("kill", "-" + signal, Long.toString(running.pid())).start().waitFor();
			if (!running.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
				kill();
			}
			forget(running);
		}
		catch (IOException ex) {
			kill();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			kill();
		}
	}

	/**
	 * End the process at once, as a crash would.
	 */
	public synchronized void kill() {
		Process running = this.process;
		if (running != null) {
			running.destroyForcibly();
			running.onExit().orTimeout(TIME_TO_DIE.toSeconds(), TimeUnit.SECONDS).join();
			forget(running);
		}
	}

	public synchronized boolean isAlive() {
		return this.process != null && this.process.isAlive();
	}

	public long pid() {
		return current().pid();
	}

	private synchronized Process current() {
		if (this.process == null) {
			throw new PartException(this.name + " is not running");
		}
		return this.process;
	}

	private synchronized void forget(Process ended) {
		if (this.process == ended) {
			Lifeline.ofThisJvm().release(ended.pid());
			this.pidFile.delete();
			this.process = null;
		}
	}

	private String output() {
		try {
			return new String(Files.readAllBytes(this.log), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			return "";
		}
	}

	private String lastWords() {
		List<String> lines = output().lines().filter((line) -> !line.isBlank()).toList();
		return String.join(" | ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
	}

	private static void pause() {
		try {
			Thread.sleep(POLL);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new PartException("Interrupted while a part was starting", ex);
		}
	}

}
