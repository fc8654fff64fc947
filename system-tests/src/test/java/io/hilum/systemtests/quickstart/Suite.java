package io.hilum.systemtests.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

import io.hilum.systemtests.client.Gateway;
import io.hilum.systemtests.client.Sdk;
import io.hilum.systemtests.collector.TraceCollector;
import io.hilum.systemtests.evidence.Books;
import io.hilum.systemtests.upstream.FakeUpstream;

/**
 * A running quick start with the scripted upstream as its model, and the collector of its
 * traces.
 */
public record Suite(QuickStart quickStart, FakeUpstream upstream, TraceCollector traces) implements AutoCloseable {

	/**
	 * Starts both in a new folder.
	 */
	public static Suite start() {
		try {
			Path home = Files.createDirectory(Files.createTempDirectory("hilum-system-tests-").resolve(".hilum"));
			FakeUpstream upstream = FakeUpstream.start();
			TraceCollector traces = TraceCollector.start();
			QuickStart quickStart = new QuickStart(home,
					Launch.environment(home, Catalogue.write(home, upstream.url()), traces.url()));
			quickStart.start();
			return new Suite(quickStart, upstream, traces);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public Access access() {
		return this.quickStart.access();
	}

	public Books books() {
		return this.quickStart.books();
	}

	/**
	 * Plain HTTP with the key of a role.
	 */
	public Gateway as(String role) {
		return new Gateway(access().gateway(), access().key(role));
	}

	/**
	 * The SDK with the key of a role.
	 */
	public Sdk sdk(String role) {
		return new Sdk(access().gateway(), access().key(role));
	}

	@Override
	public void close() {
		this.quickStart.close();
		this.upstream.close();
		this.traces.close();
		try (Stream<Path> files = Files.walk(Objects.requireNonNull(this.quickStart.home().getParent()))) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
