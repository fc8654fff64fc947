package io.hilum.rag.read.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.hilum.rag.document.DocumentFormat;
import io.hilum.rag.document.FailureReason;
import io.hilum.rag.read.Block;
import io.hilum.rag.read.ReadLimits;
import io.hilum.rag.read.ReadProperties;
import io.hilum.rag.read.Samples;
import io.hilum.rag.read.UnreadableDocumentException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link ProcessReader} with real processes.
 */
class ProcessReaderIT {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final ReadLimits LIMITS = new ReadLimits(2_000_000, 2000, 100_000_000, 2000);

	private final Scheduler scheduler = Schedulers.newBoundedElastic(2, 16, "reading");

	/** Databases and brokers of other tests. */
	private final List<ProcessHandle> others = children().toList();

	@AfterEach
	void dispose() {
		this.scheduler.dispose();
	}

	@Test
	void readsEachFormat() {
		ProcessReader reader = reader(Duration.ofSeconds(60), 256);
		byte[] pdf = Samples.pdf(List.of(List.of("A statin is started.")));
		assertThat(read(reader, pdf, DocumentFormat.PDF)).containsExactly(Block.paragraph(1, "A statin is started."));
		byte[] docx = Samples.docx("Lipids", "A statin.", List.of("LDL", "1.8"));
		assertThat(read(reader, docx, DocumentFormat.DOCX)).contains(Block.heading(1, null, "Lipids"),
				Block.paragraph(null, "LDL | 1.8"));
		assertThat(read(reader, Samples.bytes("# Ärzte \uD83D\uDE00\n\ntext"), DocumentFormat.MARKDOWN))
			.containsExactly(Block.heading(1, null, "Ärzte \uD83D\uDE00"), Block.paragraph(null, "text"));
	}

	@Test
	void passesOnWhyADocumentIsNotRead() {
		assertThat(reason(reader(Duration.ofSeconds(60), 256), Samples.encryptedPdf()))
			.isEqualTo(FailureReason.ENCRYPTED);
	}

	@Test
	void endsReaderThatTakesTooLong() {
		long start = System.nanoTime();
		assertThat(reason(reader(Duration.ofMillis(50), 256), Samples.pdf(List.of(List.of("slow")))))
			.isEqualTo(FailureReason.TIME_LIMIT);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(45));
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(readers()).isEmpty());
	}

	@Test
	void losesReaderNotServiceToPdfBomb() {
		byte[] bomb = Samples.pdfBomb(400);
		assertThat(bomb.length).isLessThan(1_500_000);
		long before = usedHeap();
		FailureReason reason = reason(reader(Duration.ofSeconds(8), 64), bomb);
		assertThat(reason).isIn(FailureReason.UNSAFE, FailureReason.TIME_LIMIT, FailureReason.NO_TEXT);
		assertThat(usedHeap() - before).isLessThan(64L << 20);
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(readers()).isEmpty());
	}

	@Test
	void endsReaderWhenNobodyWaitsForIt() {
		Disposable reading = reader(Duration.ofSeconds(60), 256)
			.read(Samples.pdf(List.of(List.of("slow"))), DocumentFormat.PDF)
			.subscribe();
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(readers()).isNotEmpty());
		reading.dispose();
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(readers()).isEmpty());
	}

	@Test
	void leavesNothingOnDisk() throws Exception {
		Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
		List<Path> before = list(temporary);
		ProcessReader reader = reader(Duration.ofSeconds(60), 256);
		read(reader, Samples.pdf(List.of(List.of("A statin is started."))), DocumentFormat.PDF);
		read(reader, Samples.docx("Lipids", "A statin.", List.of("LDL")), DocumentFormat.DOCX);
		// Others on this machine may read documents too, and tidy up a little later.
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(list(temporary)).filteredOn((path) -> !before.contains(path))
				.noneMatch((path) -> path.toString().contains("tika") || path.toString().contains("poi")));
		assertThat(Path.of("/nonexistent")).doesNotExist();
	}

	private ProcessReader reader(Duration timeLimit, int megabytes) {
		ReadProperties properties = new ReadProperties(2, timeLimit, DataSize.ofMegabytes(megabytes), LIMITS);
		return new ProcessReader(new ReaderLaunch(properties), this.scheduler);
	}

	private static List<Block> read(ProcessReader reader, byte[] content, DocumentFormat format) {
		return reader.read(content, format).blockOptional(PATIENCE).orElseThrow();
	}

	private static FailureReason reason(ProcessReader reader, byte[] pdf) {
		return catchThrowableOfType(UnreadableDocumentException.class,
				() -> reader.read(pdf, DocumentFormat.PDF).block(PATIENCE))
			.reason();
	}

	private List<ProcessHandle> readers() {
		return children().filter((process) -> !this.others.contains(process)).toList();
	}

	private static Stream<ProcessHandle> children() {
		return ProcessHandle.current().descendants().filter(ProcessHandle::isAlive);
	}

	private static long usedHeap() {
		System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

	private static List<Path> list(Path directory) throws Exception {
		try (Stream<Path> files = Files.list(directory)) {
			return files.collect(Collectors.toList());
		}
	}

}
