package io.hilum.usage.audit.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.hilum.usage.audit.chain.ArchiveNames;
import io.hilum.usage.audit.chain.Expiry;
import io.hilum.usage.audit.chain.SignedHead;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Expiry}: what was removed when its time was over is told from what was
 * taken away.
 */
class ExpiredArchiveTests {

	private static final TestArchive WHOLE = TestArchive.of(3, 5);

	/** All heads are of 2026-01-05. */
	private static final Instant DUE = Instant.parse("2032-01-06T00:00:00Z");

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path temp;

	private String said = "";

	@Test
	void verifiesWhatIsLeft() throws IOException {
		assertThat(verify(WHOLE.expired(2, DUE, "P6Y", TestArchive.KEY))).as(this.said).isZero();
		assertThat(this.said).contains("VERIFIED folder: 15 events, 3 signed batches")
			.contains("NOTE events 1 to 10 were removed");
	}

	@Test
	void passesOverWhatIsNotRemovedYet() throws IOException {
		TestArchive begun = WHOLE.copy();
		begun.put(ArchiveNames.EXPIRY, WHOLE.expired(2, DUE, "P6Y", TestArchive.KEY).part(ArchiveNames.EXPIRY));
		assertThat(verify(begun)).as(this.said).isZero();
	}

	@Test
	void takesTheLastHeadThatWasRemovedForAnAnchor() throws IOException {
		String anchor = SignedHead.parse(WHOLE.part(ArchiveNames.head(2))).head().hash();
		assertThat(verify(WHOLE.expired(2, DUE, "P6Y", TestArchive.KEY), "--anchor", anchor)).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "2032-01-05T23:59:59Z, P6Y", "2032-01-06T00:00:00Z, P7Y", "2026-02-01T00:00:00Z, P1M",
			"2032-01-06T00:00:00Z, P5Y11M30D", "2032-01-06T00:00:00Z, six years", "2032-01-06T00:00:00Z, P-6Y" })
	void findsWhatWasRemovedBeforeItsTime(Instant at, String retention) throws IOException {
		assertThat(verify(WHOLE.expired(2, at, retention, TestArchive.KEY))).isEqualTo(1);
		assertThat(this.said).contains("ALTERED at event 1: DROPPED, events 1 to 10 were removed before their time");
	}

	@Test
	void findsAnExpiryThatNobodyWhomWeBelieveHasSigned() throws IOException {
		assertThat(verify(WHOLE.expired(2, DUE, "P6Y", TestArchive.newKey()))).isEqualTo(1);
		assertThat(this.said).contains("ALTERED at event 1: HEAD_ALTERED, the expiry is not signed");
	}

	@Test
	void findsWhatIsGoneWithoutAnExpiry() throws IOException {
		TestArchive unexplained = WHOLE.expired(1, DUE, "P6Y", TestArchive.KEY);
		unexplained.remove(ArchiveNames.EXPIRY);
		assertThat(verify(unexplained)).isEqualTo(1);
		assertThat(this.said).contains("ALTERED at event 1: CUT_OFF");
		TestArchive more = WHOLE.expired(1, DUE, "P6Y", TestArchive.KEY);
		more.remove(ArchiveNames.batch(2));
		assertThat(verify(more)).isEqualTo(1);
		assertThat(this.said).contains("ALTERED at event 6: DROPPED");
	}

	@Test
	void keepsADayTooLongRatherThanTooShort() {
		assertThat(Expiry.dueAt(Instant.parse("2028-02-29T12:00:00Z"), Period.ofYears(6)))
			.isEqualTo("2034-03-01T00:00:00Z");
	}

	private int verify(TestArchive archive, String... more) throws IOException {
		Path folder = archive.writeTo(Files.createTempDirectory(this.temp, "archive"));
		Path key = Files.writeString(this.temp.resolve("key.pem"), TestArchive.pem(TestArchive.KEY));
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		String[] args = new String[3 + more.length];
		args[0] = folder.toString();
		args[1] = "--public-key";
		args[2] = key.toString();
		System.arraycopy(more, 0, args, 3, more.length);
		int code = VerifyAuditCommand.run(new PrintStream(out, true, StandardCharsets.UTF_8), args);
		this.said = out.toString(StandardCharsets.UTF_8);
		return code;
	}

}
