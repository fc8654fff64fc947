package io.hilum.usage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server that tests need, as a process of its own.
 */
public final class ServerProcess implements AutoCloseable {

	private static final Duration TO_START = Duration.ofMinutes(8);

	private static final int SECONDS_TO_STOP = 30;

	private final Process process;

	private final String said;

	private ServerProcess(Process process, String said) {
		this.process = process;
		this.said = said;
	}

	/**
	 * Start a server and wait until it says that it is ready.
	 * @param command what to run
	 * @param log where its output goes
	 * @param ready what it says once it is ready; the first group is where it listens
	 * @return the server
	 * @throws IOException if it cannot be run
	 */
	public static ServerProcess start(List<String> command, Path log, Pattern ready) throws IOException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		try {
			Await.until(TO_START, command.getFirst() + " has started", () -> matcher(log, ready).find());
			Matcher found = matcher(log, ready);
			return new ServerProcess(process, found.find() ? found.group(1) : "");
		}
		catch (AssertionError ex) {
			end(process);
			throw new AssertionError(Files.readString(log), ex);
		}
	}

	/**
	 * Where it listens.
	 * @return its port or URL, as it said
	 */
	public String address() {
		return this.said;
	}

	@Override
	public void close() {
		end(this.process);
	}

	private static void end(Process process) {
		process.destroy();
		try {
			if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
				process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static Matcher matcher(Path log, Pattern ready) {
		try {
			return ready.matcher(Files.readString(log));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
