package io.hilum.usage.audit.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.hilum.usage.Await;

/**
 * A server that speaks S3, as a process of its own: Adobe's S3Mock, which judges
 * conditions and keeps Object Lock as S3 does.
 */
final class S3Server implements AutoCloseable {

	private static final Pattern PORT = Pattern.compile("Tomcat started on ports? .*?(\\d+) \\(http\\)");

	private static final Duration TO_START = Duration.ofMinutes(8);

	private final Process process;

	private final Path log;

	private S3Server(Process process, Path log) {
		this.process = process;
		this.log = log;
	}

	static S3Server start(Path home) throws IOException {
		String jar = Objects.requireNonNull(System.getenv("HILUM_S3_SERVER"), "HILUM_S3_SERVER is set by Failsafe");
		Path log = home.resolve("s3.log");
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.io.tmpdir=" + home, "-jar", jar,
				"--server.port=0", "--http.port=0")
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		S3Server server = new S3Server(process, log);
		try {
			Await.until(TO_START, "the S3 server has started", () -> server.port().find());
			return server;
		}
		catch (AssertionError ex) {
			server.close();
			throw new AssertionError(Files.readString(log), ex);
		}
	}

	URI url() {
		Matcher port = port();
		if (!port.find()) {
			throw new IllegalStateException("not started");
		}
		return URI.create("http://127.0.0.1:" + port.group(1));
	}

	private Matcher port() {
		try {
			return PORT.matcher(Files.readString(this.log));
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
