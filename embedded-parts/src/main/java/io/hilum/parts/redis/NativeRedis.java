package io.hilum.parts.redis;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.hilum.parts.RedisPart;
import io.hilum.parts.process.ChildProcess;
import io.hilum.parts.process.NativePart;
import io.hilum.parts.process.PartsHome;
import io.hilum.parts.process.Unpacked;
import redis.embedded.core.ExecutableProvider;

/**
 * A Redis process with an append-only file, on the loopback interface.
 */
public final class NativeRedis implements RedisPart, NativePart {

	private static final Duration TO_START = Duration.ofSeconds(120);

	private static final Duration TO_STOP = Duration.ofSeconds(30);

	private final PartsHome home;

	private final int port;

	private final ChildProcess process;

	public NativeRedis(PartsHome home, int port) {
		this.home = home;
		this.port = port;
		this.process = new ChildProcess("redis", home.dataOf("redis"));
	}

	/**
	 * Unpack the programs, unless an earlier run did.
	 * @param home where to
	 */
	public static void prepare(PartsHome home) {
		program(home);
	}

	@Override
	public void start() {
		this.process.start(
				List.of(program(this.home).toString(), "--port", Integer.toString(this.port), "--bind", "127.0.0.1",
						"--dir", this.home.dataOf("redis").toString(), "--save", "", "--appendonly", "yes",
						"--appendfsync", "everysec", "--maxmemory", "128mb", "--maxmemory-policy", "noeviction"),
				Map.of());
		this.process.awaitOutput("Ready to accept connections", TO_START);
	}

	@Override
	public void stop() {
		this.process.stop("TERM", TO_STOP);
	}

	@Override
	public ChildProcess process() {
		return this.process;
	}

	@Override
	public String url() {
		return "redis://127.0.0.1:" + this.port;
	}

	@Override
	public void flush() {
		Keyspace.forget(url());
	}

	private static Path program(PartsHome home) {
		Path folder = Unpacked.once(home.programsOf("redis"),
				(target) -> ExecutableProvider.newJarResourceProvider(target.toFile()).get());
		return folder.resolve(folder.toFile().list()[0]);
	}

}
