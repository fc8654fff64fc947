package io.hilum.usage.consumers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

import io.hilum.parts.Parts;
import io.hilum.usage.Contracts;
import io.hilum.usage.ledger.LedgerFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code contracts/consumers/follow-usage.sh} with Kafka's own console consumer, on a
 * real Kafka.
 */
class ConsoleConsumerIT {

	private static final int EVENTS = 5;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path home;

	@Test
	void printsEventsAsLinesOfJson() throws Exception {
		UsageTopic topic = topic("analysts.lines.hilum.usage.v1");
		Program followed = follow(topic);
		assertThat(followed.status()).as(followed.errors()).isZero();
		assertThat(followed.output().lines()).hasSize(EVENTS)
			.allSatisfy((line) -> assertThat(Contracts.errors("usage-recorded-v1", line)).isEmpty());
	}

	@Test
	void printsTheirHeadersWhereTheyAreAskedFor() throws Exception {
		Program followed = follow(topic("analysts.headers.hilum.usage.v1"), "--formatter-property",
				"print.headers=true");
		assertThat(followed.output().lines()).hasSize(EVENTS)
			.allMatch((line) -> line.contains("ce_type:hilum.usage.recorded.v1"));
	}

	private static UsageTopic topic(String name) throws ExecutionException, InterruptedException {
		UsageTopic topic = UsageTopic.create(name);
		List<ObjectNode> events = IntStream.range(0, EVENTS)
			.mapToObj((i) -> LedgerFixtures.event((tree) -> tree.put("team", "team-" + i)))
			.toList();
		topic.send(events);
		return topic;
	}

	/** It ends when it has as many as there are, however long that takes. */
	private Program follow(UsageTopic topic, String... options) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(
				List.of(Program.CONSUMERS.resolve("follow-usage.sh").toString(), "--max-messages", "" + EVENTS));
		command.addAll(Arrays.asList(options));
		return Program.run(this.home, Map.of("BOOTSTRAP_SERVERS", Parts.kafka().bootstrapServers(), "TOPIC",
				topic.name(), "KAFKA_CONSOLE_CONSUMER", consoleConsumer().toString()), command);
	}

	/** Kafka's distribution has a script that does this. */
	private Path consoleConsumer() throws IOException {
		Path java = Path.of(System.getProperty("java.home"), "bin", "java");
		Path script = this.home.resolve("kafka-console-consumer.sh");
		Path quiet = Files.writeString(this.home.resolve("logback.xml"),
				"<configuration><root level='OFF'/></configuration>");
		Files.writeString(script,
				"#!/bin/sh\nexec '" + java + "' -Xmx128m -Dlogback.configurationFile='" + quiet + "' -cp '"
						+ System.getProperty("java.class.path")
						+ "' org.apache.kafka.tools.consumer.ConsoleConsumer \"$@\"\n");
		return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
	}

}
