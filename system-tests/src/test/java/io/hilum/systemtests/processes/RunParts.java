package io.hilum.systemtests.processes;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.hilum.parts.kafka.NativeKafka;
import io.hilum.parts.postgres.NativePostgres;
import io.hilum.parts.process.NativePart;
import io.hilum.parts.process.PartsHome;
import io.hilum.parts.redis.NativeRedis;

/**
 * The parts of one set of services; each can be stopped, killed and started on its old
 * data.
 */
public record RunParts(NativePostgres postgres, NativeKafka kafka, NativeRedis redis) {

	/** Unpacked once for every run of any test on this machine. */
	private static final Path PROGRAMS = Path.of(System.getProperty("java.io.tmpdir"),
			"hilum-parts-" + System.getProperty("user.name"));

	static RunParts of(Path home, Map<String, String> ports, String password) {
		PartsHome parts = new PartsHome(PROGRAMS, home.resolve("parts"));
		return new RunParts(new NativePostgres(parts, port(ports, "POSTGRES"), password),
				new NativeKafka(parts, port(ports, "KAFKA"), port(ports, "KAFKA_CONTROLLER")),
				new NativeRedis(parts, port(ports, "REDIS")));
	}

	void start() {
		CompletableFuture<?>[] starts = all().stream()
			.map((part) -> CompletableFuture.runAsync(part::start, (task) -> Thread.ofPlatform().start(task)))
			.toArray(CompletableFuture[]::new);
		CompletableFuture.allOf(starts).join();
	}

	void kill() {
		all().forEach(NativePart::kill);
	}

	private List<NativePart> all() {
		return List.of(this.postgres, this.kafka, this.redis);
	}

	private static int port(Map<String, String> ports, String part) {
		return Integer.parseInt(ports.getOrDefault("HILUM_" + part + "_PORT", "0"));
	}

}
