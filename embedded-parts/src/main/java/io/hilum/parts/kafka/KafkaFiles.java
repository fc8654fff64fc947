package io.hilum.parts.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files a broker reads: its properties and what it logs.
 */
final class KafkaFiles {

	private static final String SERVER = """
			process.roles=broker,controller
			node.id=1
			listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
			advertised.listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
			listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
			controller.listener.names=CONTROLLER
			controller.quorum.bootstrap.servers=127.0.0.1:%2$d
			log.dirs=%3$s
			auto.create.topics.enable=false
			num.partitions=4
			default.replication.factor=1
			offsets.topic.replication.factor=1
			offsets.topic.num.partitions=4
			transaction.state.log.replication.factor=1
			transaction.state.log.min.isr=1
			transaction.state.log.num.partitions=4
			share.coordinator.state.topic.replication.factor=1
			share.coordinator.state.topic.min.isr=1
			group.initial.rebalance.delay.ms=0
			log.segment.bytes=16777216
			log.retention.hours=168
			log.retention.bytes=268435456
			log.cleaner.dedupe.buffer.size=4194304
			num.network.threads=2
			num.io.threads=4
			background.threads=4
			initial.broker.registration.timeout.ms=60000
			# A broker that was killed is let in again when its old session ends.
			broker.session.timeout.ms=4000
			broker.heartbeat.interval.ms=1000
			""";

	private static final String LOGGING = """
			status = error
			appender.console.type = Console
			appender.console.name = console
			appender.console.layout.type = PatternLayout
			appender.console.layout.pattern = %d{ISO8601} %p %c{1} %m%n
			rootLogger.level = warn
			rootLogger.appenderRef.console.ref = console
			logger.started.name = kafka.server.KafkaRaftServer
			logger.started.level = info
			""";

	private final Path folder;

	private final int port;

	private final int controllerPort;

	KafkaFiles(Path folder, int port, int controllerPort) {
		this.folder = folder;
		this.port = port;
		this.controllerPort = controllerPort;
	}

	void write() {
		try {
			Files.writeString(server(), SERVER.formatted(this.port, this.controllerPort, this.folder.resolve("log")));
			Files.writeString(logging(), LOGGING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write Kafka's configuration", ex);
		}
	}

	boolean isFormatted() {
		return Files.exists(this.folder.resolve("log").resolve("meta.properties"));
	}

	Path server() {
		return this.folder.resolve("server.properties");
	}

	Path logging() {
		return this.folder.resolve("log4j2.properties");
	}

}
