package io.hilum.usage.audit.azure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.hilum.usage.Await;

/**
 * Microsoft's emulator of Azure Storage, as a process of its own.
 */
final class Azurite implements AutoCloseable {

	private static final Pattern READY = Pattern.compile("successfully listen\\w* (?:at|on) (http://\\S+)");

	private static final Duration TO_START = Duration.ofMinutes(5);

	/** Of the one account that it has, as its documentation says. */
	private static final String KEY = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/"
			+ "K1SZFPTOtr/KBHBeksoGMGw==";

	private final Process process;

	private final Path log;

	private Azurite(Process process, Path log) {
		this.process = process;
		this.log = log;
	}

	static Azurite start(Path home) throws IOException {
		String program = Objects.requireNonNull(System.getProperty("hilum.test.azurite"),
				"hilum.test.azurite is not set: use make azure-check");
		Path log = home.resolve("azurite.log");
		Process process = new ProcessBuilder("node", program, "--inMemoryPersistence", "--blobPort", "0",
				"--disableTelemetry", "--skipApiVersionCheck")
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		Azurite azurite = new Azurite(process, log);
		try {
			Await.until(TO_START, "Azurite has started", () -> azurite.ready().find());
			return azurite;
		}
		catch (AssertionError ex) {
			azurite.close();
			throw new AssertionError(Files.readString(log), ex);
		}
	}

	String account() {
		Matcher ready = ready();
		if (!ready.find()) {
			throw new IllegalStateException("not started");
		}
		return ready.group(1) + "/devstoreaccount1";
	}

	String connectionString() {
		return "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=" + KEY + ";BlobEndpoint="
				+ account() + ";";
	}

	private Matcher ready() {
		try {
			return READY.matcher(Files.readString(this.log));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(30, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
