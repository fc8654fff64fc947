package io.hilum.usage.reconciliation.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import io.hilum.usage.ledger.LedgerFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReconcileCommand}.
 */
class ReconcileCommandTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

	@Test
	void comparesAnExportWithAStatement() throws IOException {
		String ledger = write("ledger.ndjson",
				LedgerFixtures.event((tree) -> tree.put("requestId", "a")) + "\n"
						+ LedgerFixtures.event((tree) -> tree.put("provider", "somebody-else")) + "\n"
						+ LedgerFixtures.event((tree) -> tree.put("time", "2026-01-07T00:00:00Z")) + "\n");
		assertThat(run("openai-usage", statement(84), ledger, "azure-east")).isZero();
		assertThat(run("openai-usage", statement(85), ledger, "azure-east")).isOne();
		assertThat(this.printed.toString(StandardCharsets.UTF_8)).contains("2026-01-05 to 2026-01-05",
				"gpt-4o-2024-11-20");
		assertThat(run("openai-usage", statement(85), ledger, "azure-east", "2")).as("within two percent").isZero();
	}

	@Test
	void saysWhatCannotBeCompared() throws IOException {
		String ledger = write("ledger.ndjson", "Mrs Abernathy");
		assertThat(run("openai-usage", statement(1), ledger, "azure-east")).isEqualTo(2);
		assertThat(run("papyrus", statement(1), ledger, "azure-east")).isEqualTo(2);
		assertThat(run("openai-usage", "nowhere", ledger, "azure-east")).isEqualTo(2);
		assertThat(run("openai-usage")).isEqualTo(2);
		assertThat(this.printed.toString(StandardCharsets.UTF_8)).contains("usage: reconcile", "google-billing")
			.doesNotContain("Abernathy");
	}

	private String statement(int output) throws IOException {
		return write("statement.json", """
				{"data":[{"start_time":1767571200,"results":[{"input_tokens":230,"input_cached_tokens":50,
				"output_tokens":%d,"model":"gpt-4o-2024-11-20"}]}]}""".formatted(output));
	}

	private String write(String name, String content) throws IOException {
		return Files.writeString(this.folder.resolve(name), content).toString();
	}

	private int run(String... args) {
		return ReconcileCommand.run(new PrintStream(this.printed, true, StandardCharsets.UTF_8), args);
	}

}
