package io.hilum.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.hilum.parts.kafka.NativeKafka;
import io.hilum.parts.postgres.NativePostgres;
import io.hilum.parts.process.PartsHome;
import io.hilum.parts.process.Ports;
import io.hilum.parts.process.RunFolder;
import io.hilum.parts.process.Unpacked;
import io.hilum.parts.redis.NativeRedis;

/**
 * Processes of this machine whose data goes when the JVM goes.
 */
final class NativeParts implements PartSource {

	private static final String PASSWORD = "hilum-of-this-test-run";

	private final PartsHome home;

	private final List<Runnable> kills = new CopyOnWriteArrayList<>();

	NativeParts() {
		Path shared = Path.of(System.getProperty("java.io.tmpdir"), "hilum-parts-" + System.getProperty("user.name"));
		this.home = new PartsHome(shared, RunFolder.create(shared));
		Runtime.getRuntime().addShutdownHook(new Thread(this::discard, "parts-discard"));
	}

	@Override
	public PostgresPart postgres() {
		NativePostgres postgres = new NativePostgres(this.home, Ports.free(), PASSWORD);
		this.kills.add(postgres::kill);
		return postgres;
	}

	@Override
	public KafkaPart kafka() {
		NativeKafka kafka = new NativeKafka(this.home, Ports.free(), Ports.free());
		this.kills.add(kafka::kill);
		return kafka;
	}

	@Override
	public RedisPart redis() {
		NativeRedis redis = new NativeRedis(this.home, Ports.free());
		this.kills.add(redis::kill);
		return redis;
	}

	private void discard() {
		this.kills.forEach(Runnable::run);
		try {
			Unpacked.delete(this.home.data());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot delete " + this.home.data(), ex);
		}
	}

	@Override
	public String toString() {
		return "processes of this machine in " + this.home.data();
	}

}
