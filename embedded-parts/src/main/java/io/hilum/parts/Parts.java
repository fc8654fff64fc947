package io.hilum.parts;

import java.util.function.Function;

import io.hilum.parts.containers.DockerEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;

/**
 * The parts that all tests of a JVM share. Each is started when it is first asked for and
 * gone when the JVM is.
 * <p>
 * Where a Docker engine answers they are containers, elsewhere processes of this machine;
 * the environment variable {@code HILUM_TEST_PARTS} decides it with {@code native} or
 * {@code containers}. An engine that cannot get the images counts as none.
 */
public final class Parts {

	private static final Logger logger = LoggerFactory.getLogger(Parts.class);

	private Parts() {
	}

	/**
	 * The shared Postgres. Take {@link PostgresPart#newDatabase(String)} to be alone.
	 * @return a running server
	 */
	public static PostgresPart postgres() {
		return Postgres.SHARED;
	}

	/**
	 * The shared Kafka. Use topics and groups of your own, or start what you stopped.
	 * @return a running broker
	 */
	public static KafkaPart kafka() {
		return Kafka.SHARED;
	}

	/**
	 * The shared Redis. Use keys of your own, or {@link RedisPart#flush()} first.
	 * @return a running server
	 */
	public static RedisPart redis() {
		return Redis.SHARED;
	}

	private static <T extends Part> T started(Function<PartSource, T> choice) {
		T part = choice.apply(Source.CHOSEN);
		try {
			part.start();
			return part;
		}
		catch (ContainerLaunchException | ContainerFetchException ex) {
			if (System.getenv(PartSource.VARIABLE) != null) {
				throw ex;
			}
			logger.warn("An engine answers but cannot run {}: a process of this machine takes its place", part, ex);
			T substitute = choice.apply(new NativeParts());
			substitute.start();
			return substitute;
		}
	}

	private static final class Source {

		private static final PartSource CHOSEN = chosen();

		private static PartSource chosen() {
			PartSource source = PartSource.choose(System.getenv(PartSource.VARIABLE), DockerEngine::answers);
			logger.info("Tests run on {}", source);
			return source;
		}

	}

	private static final class Postgres {

		private static final PostgresPart SHARED = started(PartSource::postgres);

	}

	private static final class Kafka {

		private static final KafkaPart SHARED = started(PartSource::kafka);

	}

	private static final class Redis {

		private static final RedisPart SHARED = started(PartSource::redis);

	}

}
