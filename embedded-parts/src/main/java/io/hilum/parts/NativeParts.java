package io.hilum.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.hilum.parts.kafka.NativeKafka;
import io.hilum.parts.postgres.NativePostgres;
import io.hilum.parts.process.NativePart;
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

	private final List<NativePart> given = new CopyOnWriteArrayList<>();

	NativeParts() {
		Path shared = Path.of(System.getProperty("java.io.tmpdir"), "hilum-parts-" + System.getProperty("user.name"));
		this.home = new PartsHome(shared, RunFolder.create(shared));
		Runtime.getRuntime().addShutdownHook(new Thread(this::discard, "parts-discard"));
	}

	@Override
	public PostgresPart postgres() {
		return given(new NativePostgres(this.home, Ports.free(), PASSWORD));
	}

	@Override
	public KafkaPart kafka() {
		return given(new NativeKafka(this.home, Ports.free(), Ports.free()));
	}

	@Override
	public RedisPart redis() {
		return given(new NativeRedis(this.home, Ports.free()));
	}

	private <T extends NativePart> T given(T part) {
		this.given.add(part);
		return part;
	}

	private void discard() {
		this.given.forEach(NativePart::kill);
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
