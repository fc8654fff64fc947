package io.hilum.usage.export.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.row.PqList;
import io.hilum.usage.Examples;
import io.hilum.usage.export.ExportProperties;
import io.hilum.usage.ledger.LedgerEntry;
import io.hilum.usage.ledger.LedgerFixtures;
import io.hilum.usage.problem.UsageProblem;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ParquetFile}, read back by a reader that shares no line with the
 * writer.
 */
class ParquetFileTests {

	private static final int PAGE = 500;

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final DataSize GROUP = DataSize.ofKilobytes(256);

	private final AtomicInteger read = new AtomicInteger();

	private final ParquetFile file = new ParquetFile(
			new ExportProperties(PAGE, 400, Duration.ofMinutes(1), new ExportProperties.Parquet(GROUP, 1, 2)));

	@AfterEach
	void end() {
		this.file.destroy();
	}

	@Test
	void itsTypesAreThoseOfTheContract() {
		String contract = new String(Examples.contract("exports/usage-v1.parquet-schema"), StandardCharsets.UTF_8);
		assertThat(ParquetColumn.SCHEMA).isEqualTo(MessageTypeParser.parseMessageType(contract));
	}

	@Test
	void anotherReaderReadsEachValueWithItsType() throws IOException {
		LedgerEntry full = LedgerFixtures.entry((tree) -> tree.put("time", "2026-01-05T08:00:00.123456Z")
			.put("application", "=1+1")
			.put("stream", true)
			.put("costNanoUsd", 1_352_500L));
		LedgerEntry bare = LedgerFixtures.entry((tree) -> tree.putNull("application").putNull("hold"));
		try (ParquetFileReader reader = read(Flux.just(List.of(full, bare))); RowReader rows = reader.rowReader()) {
			assertThat(rows.hasNext()).isTrue();
			rows.next();
			assertThat(rows.getString("id")).isEqualTo(full.id().toString());
			assertThat(rows.getTimestamp("time")).isEqualTo(Instant.parse("2026-01-05T08:00:00.123456Z"));
			assertThat(rows.getString("application")).as("no spreadsheet, no apostrophe").isEqualTo("=1+1");
			assertThat(rows.getBoolean("stream")).isTrue();
			assertThat(rows.getInt("status")).isEqualTo(full.status());
			assertThat(rows.getLong("inputTokens")).isEqualTo(full.tokens().input());
			assertThat(rows.getLong("costNanoUsd")).isEqualTo(1_352_500L);
			assertThat(rows.getDecimal("costUsd")).isEqualTo(new BigDecimal("0.001352500"));
			assertThat(((PqList) Objects.requireNonNull(rows.getValue("roles"))).strings())
				.containsExactlyElementsOf(full.roles());
			assertThat(rows.hasNext()).isTrue();
			rows.next();
			assertThat(rows.isNull("application")).isTrue();
			assertThat(rows.isNull("holdNanoUsd")).isTrue();
			assertThat(rows.hasNext()).isFalse();
		}
	}

	@Test
	void nothingInAPeriodIsAFileWithoutRows() throws IOException {
		try (ParquetFileReader reader = read(Flux.empty())) {
			assertThat(reader.getFileMetaData().numRows()).isZero();
		}
	}

	@Test
	void ofManyEntriesOnlyARowGroupIsInMemory() throws IOException {
		int pages = 60;
		ConcurrentLinkedQueue<Integer> pagesByPiece = new ConcurrentLinkedQueue<>();
		ByteArrayOutputStream whole = new ByteArrayOutputStream();
		List<ByteBuffer> pieces = Objects.requireNonNull(this.file.write(pages(pages))
			.doOnNext((piece) -> pagesByPiece.add(this.read.getAndSet(0)))
			.doOnNext((piece) -> append(whole, piece))
			.collectList()
			.block(PATIENCE));
		assertThat(pieces).hasSizeGreaterThan(3)
			.allSatisfy((piece) -> assertThat(piece.capacity()).isLessThan((int) GROUP.toBytes() * 2));
		assertThat(pagesByPiece).as("pages that were read for one piece")
			.allSatisfy((count) -> assertThat(count).isLessThan(pages / 2));
		try (ParquetFileReader reader = open(whole); RowReader rows = reader.rowReader()) {
			assertThat(reader.getFileMetaData().numRows()).isEqualTo((long) pages * PAGE);
			for (int i = 0; i < pages * PAGE; i++) {
				assertThat(rows.hasNext()).isTrue();
				rows.next();
				assertThat(rows.getString("requestId")).isEqualTo("req-" + i);
			}
		}
	}

	@Test
	void whoDoesNotTakeIsNotWrittenFor() {
		StepVerifier.create(this.file.write(pages(Integer.MAX_VALUE)), 2)
			.expectNextCount(2)
			.then(() -> assertThat(this.read).as("pages that were read for two pieces").hasValueLessThan(60))
			.thenCancel()
			.verify(PATIENCE);
	}

	@Test
	void thereAreOnlySoManyAtOnce() {
		Disposable first = this.file.write(Flux.never()).subscribe();
		StepVerifier.create(this.file.write(Flux.empty()))
			.verifyErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(UsageProblem.Unavailable.class));
		first.dispose();
		StepVerifier.create(this.file.write(Flux.empty())).expectNextCount(1).expectComplete().verify(PATIENCE);
	}

	@Test
	void neitherReadsNorWritesOnTheThreadOfTheReader() {
		String own = Thread.currentThread().getName();
		ConcurrentLinkedQueue<String> threads = new ConcurrentLinkedQueue<>();
		this.file.write(pages(3).doOnRequest((count) -> threads.add(Thread.currentThread().getName())))
			.doOnNext((piece) -> threads.add(Thread.currentThread().getName()))
			.blockLast(PATIENCE);
		assertThat(threads).isNotEmpty().doesNotContain(own).allMatch((name) -> name.startsWith("parquet"));
	}

	private Flux<List<LedgerEntry>> pages(int count) {
		LedgerEntry entry = LedgerFixtures.entry((tree) -> tree.put("team", "cardiology"));
		return Flux.range(0, count).map((page) -> {
			this.read.incrementAndGet();
			return IntStream.range(page * PAGE, (page + 1) * PAGE).mapToObj((i) -> numbered(entry, i)).toList();
		});
	}

	private static LedgerEntry numbered(LedgerEntry e, int number) {
		return new LedgerEntry(new UUID(number, number * 31L), e.time().plusMillis(number), "req-" + number,
				e.subject(), e.roles(), e.team(), e.application(), e.keyId(), e.purpose(), e.endpoint(), e.stream(),
				e.requestedModel(), e.servedModel(), e.deployment(), e.provider(), e.region(), e.agreement(),
				e.outcome(), e.status(), e.errorCode(), e.attempts(), e.tokens(), e.source(), e.prices(),
				e.costNanoUsd(), e.hold(), e.timing(), e.phi(), e.catalogueVersion(), e.decision());
	}

	private ParquetFileReader read(Flux<List<LedgerEntry>> pages) throws IOException {
		ByteArrayOutputStream whole = new ByteArrayOutputStream();
		this.file.write(pages).doOnNext((piece) -> append(whole, piece)).blockLast(PATIENCE);
		return open(whole);
	}

	private static ParquetFileReader open(ByteArrayOutputStream whole) throws IOException {
		return ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(whole.toByteArray())));
	}

	private static void append(ByteArrayOutputStream whole, ByteBuffer piece) {
		byte[] bytes = new byte[piece.remaining()];
		piece.duplicate().get(bytes);
		whole.writeBytes(bytes);
	}

}
