package io.hilum.usage.export;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import io.hilum.usage.Examples;
import io.hilum.usage.ledger.LedgerFixtures;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.parquet.schema.Type;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UsageExport}.
 */
class UsageExportTests {

	private static final ExportQuery ALL = new ExportQuery(Instant.EPOCH, Instant.EPOCH.plusSeconds(1), null);

	private static final int PAGE = 2000;

	private static final int PAGES = 500;

	private final AtomicInteger read = new AtomicInteger();

	private final ExportedEntry entry = new ExportedEntry(new UUID(0, 1), Instant.EPOCH,
			LedgerFixtures.event((tree) -> tree.put("application", "=1+1")).toString());

	private final UsageExport export = new UsageExport(
			this::pages, (entries) -> Flux.error(new AssertionError()), new ExportProperties(PAGE, 400,
					Duration.ofMinutes(1), new ExportProperties.Parquet(DataSize.ofMegabytes(8), 4, 2)),
			JsonMapper.shared());

	@Test
	void aMillionEntriesAreNeverInMemoryAtOnce() {
		StepVerifier.create(this.export.ndjson(ALL), 1)
			.assertNext((text) -> assertThat(text.lines()).hasSize(PAGE))
			.then(() -> assertThat(this.read).as("pages that were read for one that was taken").hasValueLessThan(4))
			.thenRequest(Long.MAX_VALUE)
			.expectNextCount(PAGES - 1)
			.verifyComplete();
		assertThat(this.read).hasValue(PAGES);
	}

	@Test
	void aTableHasALineForEachEntryAfterItsNames() {
		List<String> lines = this.export.csv(ALL)
			.take(2)
			.collectList()
			.map((texts) -> String.join("", texts).lines().toList())
			.blockOptional()
			.orElseThrow();
		assertThat(lines).hasSize(1 + PAGE);
		assertThat(lines.getFirst()).startsWith("id,time,requestId,subject,");
		assertThat(lines.getLast()).contains(",'=1+1,").contains(",0.001352500,");
		assertThat(lines.getLast().split(",", -1)).hasSameSizeAs(lines.getFirst().split(",", -1));
	}

	@Test
	void everyFormatHasTheSameColumns() {
		String schema = new String(Examples.contract("exports/usage-v1.parquet-schema"), StandardCharsets.UTF_8);
		assertThat(MessageTypeParser.parseMessageType(schema).getFields().stream().map(Type::getName))
			.containsExactlyElementsOf(EntryColumns.NAMES);
	}

	private Flux<List<ExportedEntry>> pages(ExportQuery query, int size) {
		return Flux.range(0, PAGES).map((page) -> {
			this.read.incrementAndGet();
			return Collections.nCopies(size, this.entry);
		});
	}

}
