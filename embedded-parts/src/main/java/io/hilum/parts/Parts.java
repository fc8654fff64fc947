package io.hilum.parts;

/**
 * The parts that all tests of a JVM share. Each is started when it is first asked for and
 * gone when the JVM is.
 * <p>
 * Where a Docker engine answers they are containers, elsewhere processes of this machine;
 * the environment variable {@code HILUM_TEST_PARTS} decides it with {@code native} or
 * {@code containers}.
 */
public final class Parts {

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

	private static <T extends Part> T started(T part) {
		part.start();
		return part;
	}

	private static final class Postgres {

		private static final PostgresPart SHARED = started(PartSource.ofThisJvm().postgres());

	}

	private static final class Kafka {

		private static final KafkaPart SHARED = started(PartSource.ofThisJvm().kafka());

	}

	private static final class Redis {

		private static final RedisPart SHARED = started(PartSource.ofThisJvm().redis());

	}

}
