package io.hilum.usage.consumers;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.hilum.parts.Parts;
import io.hilum.usage.RunningService;
import io.hilum.usage.TestDatabase;
import io.hilum.usage.ledger.Ledger;
import io.hilum.usage.ledger.LedgerEntry;
import io.hilum.usage.ledger.LedgerFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What contracts give to analysts in Python, on a real Kafka and a real ledger. It needs
 * libraries of PyPI, so it is no part of a build: {@code make analysts-check} loads them
 * and runs it.
 */
class PythonConsumersCheck {

	private static final String HEAD = "team,model,requests,inputTokens,outputTokens,costUsd";

	private static final String PYTHON = Objects.requireNonNull(System.getProperty("hilum.test.python"),
			"hilum.test.python is not set: use make analysts-check");

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path home;

	@Test
	void topicAndExportHaveTheSameSums() throws Exception {
		List<ObjectNode> events = events();
		UsageTopic topic = UsageTopic.create("analysts.sums.hilum.usage.v1");
		topic.send(events);
		topic.send(events.subList(0, 10));
		Program read = python("usage_by_team.py", "--bootstrap-servers", Parts.kafka().bootstrapServers(), "--topic",
				topic.name());
		assertThat(read.status()).as(read.errors()).isZero();
		assertThat(read.output().lines()).containsExactly(HEAD,
				"cardiology,gpt-4o-2024-11-20,60,13800,5040,0.081150000",
				"oncology,gpt-4o-2024-11-20,39,8970,3276,0.052747500", "oncology,o3,1,230,84,0.000000001");
		Program exported = python("usage_export.py", export(events).toString());
		assertThat(exported.status()).as(exported.errors()).isZero();
		assertThat(exported.output()).isEqualTo(read.output());
	}

	@Test
	void whatIsNotAsTheContractSaysIsToldAndDoesNotCount() throws Exception {
		UsageTopic topic = UsageTopic.create("analysts.wrong.hilum.usage.v1");
		topic.send(List.of(LedgerFixtures.event((tree) -> tree.put("team", "secret-team").put("costNanoUsd", "dear"))));
		topic.send(List.of(LedgerFixtures.event((tree) -> tree.put("team", "secret-team"))), "some.other.event.v1");
		topic.send(List.of(LedgerFixtures.event((tree) -> tree.put("team", "oncology"))));
		Program read = python("usage_by_team.py", "--bootstrap-servers", Parts.kafka().bootstrapServers(), "--topic",
				topic.name());
		assertThat(read.status()).isEqualTo(1);
		assertThat(read.output().lines()).hasSize(2).last().asString().startsWith("oncology,");
		assertThat(read.errors()).contains(": headers", ": body").doesNotContain("secret-team", "dear");
	}

	@Test
	void aTopicThatCannotBeReadIsAnError() throws Exception {
		Program read = python("usage_by_team.py", "--bootstrap-servers", "127.0.0.1:1", "--patience", "2");
		assertThat(read.status()).isEqualTo(2);
		assertThat(read.output()).isEmpty();
	}

	private static List<ObjectNode> events() {
		List<ObjectNode> events = new ArrayList<>();
		for (int i = 0; i < 99; i++) {
			String team = (i < 60) ? "cardiology" : "oncology";
			events.add(LedgerFixtures.event((tree) -> tree.put("team", team)));
		}
		events.add(LedgerFixtures.event((tree) -> tree.put("team", "oncology")
			.put("requestedModel", "o3")
			.putNull("servedModel")
			.put("costNanoUsd", 1)));
		return events;
	}

	private Path export(List<ObjectNode> events) throws IOException {
		TestDatabase database = TestDatabase.create();
		Path file = this.home.resolve("usage.parquet");
		try (RunningService service = RunningService.start(database.part(), this.home, "--hilum.inbox.enabled=false")) {
			Stream<LedgerEntry> entries = events.stream()
				.map((event) -> JsonMapper.shared().treeToValue(event, LedgerEntry.class));
			service.bean(Ledger.class).append(entries.toList()).block();
			byte[] content = service.as(RunningService.ADMIN)
				.mutate()
				.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(16 << 20))
				.build()
				.get()
				.uri(URI.create(service.url() + "/v1/usage/export?format=parquet&from=2026-01-05&to=2026-01-05"))
				.exchange()
				.expectStatus()
				.isOk()
				.expectBody()
				.returnResult()
				.getResponseBody();
			return Files.write(file, Objects.requireNonNull(content));
		}
	}

	private Program python(String script, String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(PYTHON, Program.CONSUMERS.resolve(script).toString()));
		command.addAll(List.of(arguments));
		return Program.run(this.home, Map.of("PYTHONDONTWRITEBYTECODE", "1"), command);
	}

}
