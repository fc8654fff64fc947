package io.hilum.systemtests.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.hilum.systemtests.evidence.Books;
import io.hilum.systemtests.evidence.Eventually;
import io.hilum.systemtests.evidence.Keys;
import io.hilum.systemtests.evidence.Topics;
import org.jspecify.annotations.Nullable;

/**
 * The quick start, run as {@code make run} runs it, in a folder and on ports of its own.
 * It keeps both over a kill and a new start. Not thread-safe.
 */
public final class QuickStart implements AutoCloseable {

	private static final Duration TO_START = Duration.ofMinutes(10);

	private static final Duration TO_STOP = Duration.ofMinutes(3);

	private static final Duration TO_VANISH = Duration.ofSeconds(60);

	private final Path home;

	private final Map<String, String> environment;

	private @Nullable Process process;

	QuickStart(Path home, Map<String, String> environment) {
		this.home = home;
		this.environment = environment;
	}

	public void start() {
		try {
			Files.deleteIfExists(accessFile());
			ProcessBuilder builder = new ProcessBuilder(Launch.command("io.hilum.quickstart.QuickStart"))
				.redirectErrorStream(true)
				.redirectOutput(Redirect.appendTo(console().toFile()));
			builder.environment().putAll(this.environment);
			this.process = builder.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		awaitReady();
	}

	/**
	 * Ends the process as {@code kill -9} does, and waits until all its children are
	 * gone.
	 */
	public void kill() {
		List<ProcessHandle> children = children();
		running().destroyForcibly();
		awaitExit(TO_VANISH);
		assertGone(children);
	}

	/**
	 * Ends the process as Ctrl-C does.
	 * @return its exit status
	 */
	public int stop() {
		List<ProcessHandle> children = children();
		running().destroy();
		int status = awaitExit(TO_STOP);
		assertGone(children);
		return status;
	}

	public boolean isAlive() {
		return this.process != null && this.process.isAlive();
	}

	public Access access() {
		return Access.read(accessFile());
	}

	public Path home() {
		return this.home;
	}

	/**
	 * The broker's own process.
	 */
	public Broker broker() {
		return new Broker(this.home);
	}

	public Books books() {
		return Secrets.books(this.home, this.environment);
	}

	public Topics topics() {
		return new Topics("127.0.0.1:" + this.environment.get("HILUM_KAFKA_PORT"));
	}

	public Keys keys() {
		return new Keys("redis://127.0.0.1:" + this.environment.get("HILUM_REDIS_PORT"));
	}

	/**
	 * Starts another program of the suite, such as the verifier of the audit.
	 */
	public Process program(String mainClass, String... arguments) {
		try {
			return new ProcessBuilder(Launch.command(mainClass, arguments)).redirectErrorStream(true).start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Everything it said so far.
	 */
	public Path console() {
		return this.home.resolve("console.log");
	}

	@Override
	public void close() {
		if (isAlive()) {
			kill();
		}
	}

	private Path accessFile() {
		return this.home.resolve("access.json");
	}

	private void awaitReady() {
		long deadline = System.nanoTime() + TO_START.toNanos();
		while (!Files.exists(accessFile())) {
			if (!isAlive() || System.nanoTime() > deadline) {
				close();
				throw new IllegalStateException("The quick start did not start:\n" + lastWords());
			}
			Eventually.pause(Duration.ofMillis(100));
		}
	}

	private String lastWords() {
		try (Stream<String> lines = Files.lines(console())) {
			List<String> all = lines.toList();
			return String.join("\n", all.subList(Math.max(0, all.size() - 60), all.size()));
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

	private List<ProcessHandle> children() {
		return running().descendants().toList();
	}

	private int awaitExit(Duration atMost) {
		try {
			Process ending = running();
			if (!ending.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
				ending.destroyForcibly();
				throw new IllegalStateException("The quick start does not stop:\n" + lastWords());
			}
			return ending.exitValue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static void assertGone(List<ProcessHandle> children) {
		List<ProcessHandle> left = Eventually.get(TO_VANISH,
				() -> children.stream().filter(ProcessHandle::isAlive).toList(), List::isEmpty);
		if (!left.isEmpty()) {
			throw new IllegalStateException("Left behind: " + left.stream().map(ProcessHandle::info).toList());
		}
	}

	private Process running() {
		return Objects.requireNonNull(this.process, "never started");
	}

}
