package io.hilum.usage.audit.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.hilum.usage.audit.chain.ArchiveNames;
import io.hilum.usage.audit.chain.ChainedEvent;
import io.hilum.usage.audit.chain.Hash;
import io.hilum.usage.audit.chain.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link VerifyAuditCommand}: every alteration is found and named.
 */
class VerifyAuditCommandTests {

	private static final int BATCHES = 2;

	private static final int PER_BATCH = 16;

	private static final TestArchive INTACT = TestArchive.of(BATCHES, PER_BATCH);

	private static final JsonMapper JSON = JsonMapper.shared();

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path temp;

	@SuppressWarnings("NullAway.Init")
	private Path pinned;

	private final Map<String, String> onDisk = new HashMap<>();

	private int altered;

	@BeforeEach
	void pinTheKey() throws IOException {
		this.pinned = Files.writeString(this.temp.resolve("pinned.pem"), TestArchive.pem(TestArchive.KEY));
	}

	@Test
	void verifiesAnIntactArchive() throws IOException {
		assertThat(verify(INTACT)).isZero();
		assertThat(printed()).contains("VERIFIED folder: 32 events, 2 signed batches");
	}

	@Test
	void verifiesWithTheKeysOfTheFolderButSaysSo() throws IOException {
		Path folder = INTACT.writeTo(this.temp.resolve("unpinned"));
		assertThat(run(folder.toString())).isZero();
		assertThat(printed()).contains("NOTE no --public-key");
	}

	@Test
	void readsThePublicKeyOutOfTheFileThatSigns() throws IOException {
		Path both = Files.writeString(this.temp.resolve("both.pem"),
				"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n" + TestArchive.pem(TestArchive.KEY));
		Path folder = INTACT.writeTo(this.temp.resolve("both"));
		assertThat(run(folder.toString(), "--public-key", both.toString())).isZero();
		Files.writeString(both, "no key");
		assertThat(run(folder.toString(), "--public-key", both.toString())).isEqualTo(2);
	}

	@Test
	void findsAThousandAlterations() throws IOException {
		editEveryFieldOfEveryEvent();
		rewriteEventsWithFittingHashes();
		dropEveryEvent();
		duplicateEveryEvent();
		swapEveryPair();
		cutEveryTail();
		editEveryFieldOfEveryHead();
		removeEveryPart();
		assertThat(this.altered).isGreaterThan(1000);
	}

	@Test
	void findsAForkSignedByAnotherKey() throws IOException {
		KeyPair forger = TestArchive.newKey();
		TestArchive forged = TestArchive.signedBy(forger, BATCHES, PER_BATCH, "mallory");
		assertAltered(forged, 1, "HEAD_ALTERED");
		TestArchive mixed = INTACT.copy();
		mixed.put(ArchiveNames.head(BATCHES), forged.part(ArchiveNames.head(BATCHES)));
		mixed.put(ArchiveNames.batch(BATCHES), forged.part(ArchiveNames.batch(BATCHES)));
		assertAltered(mixed, PER_BATCH + 1, "HEAD_ALTERED");
	}

	@Test
	void findsAForkSignedByTheSameKey() throws IOException {
		TestArchive fork = TestArchive.signedBy(TestArchive.KEY, BATCHES, PER_BATCH, "mallory");
		for (int batch = 1; batch <= BATCHES; batch++) {
			TestArchive mixed = INTACT.copy();
			mixed.put(ArchiveNames.head(batch), fork.part(ArchiveNames.head(batch)));
			mixed.put(ArchiveNames.batch(batch), fork.part(ArchiveNames.batch(batch)));
			assertThat(verify(mixed)).as("fork at batch " + batch).isEqualTo(1);
		}
	}

	@Test
	void findsAnArchiveRolledBackWholeByItsAnchor() throws IOException {
		TestArchive older = TestArchive.of(BATCHES - 1, PER_BATCH);
		String anchor = Manifest.parse(INTACT.part(ArchiveNames.MANIFEST)).lastHead();
		Path folder = older.writeTo(this.temp.resolve("older"));
		assertThat(run(folder.toString(), "--public-key", this.pinned.toString())).isZero();
		assertThat(run(folder.toString(), "--public-key", this.pinned.toString(), "--anchor", anchor)).isEqualTo(1);
		assertThat(printed()).contains("CUT_OFF").contains(anchor);
	}

	@Test
	void comparesAnExportWithTheHeads() throws IOException {
		List<String> lines = new ArrayList<>();
		for (int batch = 1; batch <= BATCHES; batch++) {
			lines.addAll(INTACT.lines(batch));
		}
		assertThat(verifyExport(lines)).isZero();
		ChainedEvent last = ChainedEvent.parse(lines.getLast());
		ChainedEvent unsealed = ChainedEvent.link(last.sequence() + 1, last.hash(), TestArchive.event(33, "amelia"));
		List<String> longer = new ArrayList<>(lines);
		longer.add(unsealed.toLine());
		assertThat(verifyExport(longer)).isZero();
		assertThat(printed()).contains("VERIFIED export: 33 events");
		longer.set(32, unsealed.toLine().replace("amelia", "mallory"));
		assertThat(verifyExport(longer)).isEqualTo(1);
		assertThat(printed()).contains("ALTERED at event 33: EDITED");
		for (int i = 0; i < lines.size(); i++) {
			List<String> shorter = new ArrayList<>(lines);
			shorter.remove(i);
			assertThat(verifyExport(shorter)).isEqualTo(1);
			assertThat(printed()).contains("ALTERED at event " + (i + 1) + ":");
		}
	}

	@Test
	void saysWhenItCannotVerify() throws IOException {
		assertThat(run()).isEqualTo(2);
		assertThat(run("folder", "--anchor")).isEqualTo(2);
		assertThat(run("folder", "--unknown", "x")).isEqualTo(2);
		assertThat(run(this.temp.resolve("nowhere").toString(), "--public-key", this.pinned.toString())).isEqualTo(2);
	}

	private void editEveryFieldOfEveryEvent() throws IOException {
		for (int batch = 1; batch <= BATCHES; batch++) {
			for (int i = 0; i < PER_BATCH; i++) {
				ObjectNode line = (ObjectNode) JSON.readTree(INTACT.lines(batch).get(i));
				ObjectNode event = (ObjectNode) line.get("event");
				for (String field : List.copyOf(event.propertyNames())) {
					ObjectNode edited = line.deepCopy();
					((ObjectNode) edited.get("event")).put(field, "edited");
					assertLineAltered(batch, i, edited.toString());
				}
				assertLineAltered(batch, i, line.deepCopy().put("sequence", 999).toString());
				assertLineAltered(batch, i, line.deepCopy().put("hash", Hash.NONE).toString());
				assertLineAltered(batch, i, INTACT.lines(batch).get(i).replace(",", ", "));
				assertLineAltered(batch, i, "no JSON");
			}
		}
	}

	private void rewriteEventsWithFittingHashes() throws IOException {
		for (int batch = 1; batch <= BATCHES; batch++) {
			for (int i = 0; i < PER_BATCH; i++) {
				List<String> lines = INTACT.lines(batch);
				String previous = (i == 0) ? hashBefore(batch) : ChainedEvent.parse(lines.get(i - 1)).hash();
				for (int j = i; j < PER_BATCH; j++) {
					ChainedEvent before = ChainedEvent.parse(lines.get(j));
					String event = (j == i) ? before.event().replace("amelia", "mallory") : before.event();
					ChainedEvent relinked = ChainedEvent.link(before.sequence(), previous, event);
					previous = relinked.hash();
					lines.set(j, relinked.toLine());
				}
				assertLinesAltered(batch, lines, sequence(batch, i), "EDITED");
			}
		}
	}

	private void dropEveryEvent() throws IOException {
		for (int batch = 1; batch <= BATCHES; batch++) {
			for (int i = 0; i < PER_BATCH; i++) {
				List<String> lines = INTACT.lines(batch);
				lines.remove(i);
				boolean end = batch == BATCHES && i == PER_BATCH - 1;
				assertLinesAltered(batch, lines, sequence(batch, i), end ? "CUT_OFF" : "DROPPED");
			}
		}
	}

	private void duplicateEveryEvent() throws IOException {
		for (int batch = 1; batch <= BATCHES; batch++) {
			for (int i = 0; i < PER_BATCH; i++) {
				List<String> lines = INTACT.lines(batch);
				lines.add(i, lines.get(i));
				assertLinesAltered(batch, lines, sequence(batch, i) + 1, "INSERTED");
			}
		}
	}

	private void swapEveryPair() throws IOException {
		for (int batch = 1; batch <= BATCHES; batch++) {
			for (int i = 0; i < PER_BATCH; i++) {
				for (int j = i + 1; j < PER_BATCH; j++) {
					List<String> lines = INTACT.lines(batch);
					Collections.swap(lines, i, j);
					assertLinesAltered(batch, lines, sequence(batch, i), "REORDERED");
				}
			}
		}
	}

	private void cutEveryTail() throws IOException {
		for (int keep = 0; keep < PER_BATCH; keep++) {
			assertLinesAltered(BATCHES, INTACT.lines(BATCHES).subList(0, keep), sequence(BATCHES, keep), "CUT_OFF");
		}
		for (int batch = 1; batch <= BATCHES; batch++) {
			TestArchive cut = INTACT.copy();
			for (int gone = batch; gone <= BATCHES; gone++) {
				cut.remove(ArchiveNames.batch(gone));
				cut.remove(ArchiveNames.head(gone));
			}
			assertAltered(cut, sequence(batch, 0), "CUT_OFF");
		}
	}

	private void editEveryFieldOfEveryHead() throws IOException {
		for (int batch = 1; batch <= BATCHES; batch++) {
			String name = ArchiveNames.head(batch);
			ObjectNode signed = (ObjectNode) JSON.readTree(INTACT.part(name));
			for (String field : List.copyOf(signed.get("head").propertyNames())) {
				ObjectNode edited = signed.deepCopy();
				JsonNode before = edited.get("head").get(field);
				((ObjectNode) edited.get("head")).put(field, before.isNumber() ? "77" : Hash.NONE.replace('0', '3'));
				assertPartAltered(name, edited.toString(), batch);
			}
			for (int i = 0; i < PER_BATCH; i++) {
				ObjectNode edited = signed.deepCopy();
				((ArrayNode) edited.get("leaves")).set(i, Hash.NONE);
				assertPartAltered(name, edited.toString(), batch);
			}
			assertPartAltered(name, signed.deepCopy().put("signature", "AAAA").toString(), batch);
		}
		ObjectNode manifest = (ObjectNode) JSON.readTree(INTACT.part(ArchiveNames.MANIFEST));
		for (String field : List.copyOf(manifest.propertyNames())) {
			ObjectNode edited = manifest.deepCopy();
			edited.put(field, edited.get(field).isNumber() ? "2" : Hash.NONE);
			assertPartAltered(ArchiveNames.MANIFEST, edited.toString(), 1);
		}
	}

	private void removeEveryPart() throws IOException {
		TestArchive uncounted = INTACT.copy();
		uncounted.remove(ArchiveNames.MANIFEST);
		assertAltered(uncounted, 1, "CUT_OFF");
		for (String name : List.of(ArchiveNames.MANIFEST, ArchiveNames.head(1), ArchiveNames.EXPIRY)) {
			for (String json : List.of("null", "{}", "[]", "\"\"", "")) {
				assertPartAltered(name, json, 1);
			}
		}
		for (String name : INTACT.names()) {
			if (name.startsWith("batches/") || name.startsWith("heads/")) {
				TestArchive archive = INTACT.copy();
				archive.remove(name);
				long batch = Long.parseLong(name.replaceAll("\\D", ""));
				assertAltered(archive, sequence((int) batch, 0), name.startsWith("heads/") ? "CUT_OFF" : "DROPPED");
			}
		}
	}

	private void assertLineAltered(int batch, int line, String edited) throws IOException {
		List<String> lines = INTACT.lines(batch);
		lines.set(line, edited);
		assertLinesAltered(batch, lines, sequence(batch, line), "EDITED");
	}

	private void assertLinesAltered(int batch, List<String> lines, long sequence, String kind) throws IOException {
		TestArchive archive = INTACT.copy();
		archive.putLines(batch, lines);
		assertAltered(archive, sequence, kind);
	}

	private void assertPartAltered(String name, String content, int batch) throws IOException {
		TestArchive archive = INTACT.copy();
		archive.put(name, content);
		assertAltered(archive, sequence(batch, 0), "HEAD_ALTERED");
	}

	private void assertAltered(TestArchive archive, long sequence, String kind) throws IOException {
		assertThat(verify(archive)).isEqualTo(1);
		assertThat(printed()).contains("ALTERED at event " + sequence + ": " + kind);
		this.altered++;
	}

	private int verify(TestArchive archive) throws IOException {
		archive.writeChanges(this.temp.resolve("archive"), this.onDisk);
		return run(this.temp.resolve("archive").toString(), "--public-key", this.pinned.toString());
	}

	private int verifyExport(List<String> lines) throws IOException {
		Path folder = INTACT.writeTo(this.temp.resolve("intact"));
		Path export = Files.write(this.temp.resolve("export.ndjson"), lines);
		return run(folder.toString(), "--public-key", this.pinned.toString(), "--export", export.toString());
	}

	private int run(String... args) {
		this.out.reset();
		PrintStream stream = new PrintStream(this.out, true, StandardCharsets.UTF_8);
		return VerifyAuditCommand.run(stream, args);
	}

	private String printed() {
		return this.out.toString(StandardCharsets.UTF_8);
	}

	private static String hashBefore(int batch) {
		return (batch == 1) ? Hash.NONE : ChainedEvent.parse(INTACT.lines(batch - 1).getLast()).hash();
	}

	private static long sequence(int batch, int place) {
		return (long) (batch - 1) * PER_BATCH + place + 1;
	}

}
