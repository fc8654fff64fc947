package io.hilum.phi.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.hilum.phi.detect.EntityType;
import io.hilum.trust.seal.SealBrokenException;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Corrections} and {@link ReviewFile}.
 */
class CorrectionsTests {

	private static final Duration WAIT = Duration.ofMillis(200);

	private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

	@TempDir
	private Path folder;

	@Test
	void keepsWhatIsSaidSealed() throws IOException {
		List<Correction> said = List.of(correction(true, EntityType.NAME, "Zorbl"), correction(false, null, "Epic"));
		assertThat(open(1).keep(said)).isTrue();
		assertThat(open(1).all()).isEqualTo(said);
		assertThat(Files.readString(file(), StandardCharsets.ISO_8859_1)).doesNotContain("Zorbl", "NAME", "amelia");
		assertThat(open(1).clear()).isEqualTo(2);
		assertThat(open(1).all()).isEmpty();
		assertThat(open(1).clear()).isZero();
	}

	@Test
	void forgetsEvenWhatItCannotOpen() {
		open(1).keep(List.of(correction(true, EntityType.NAME, "Zorbl")));
		assertThat(open(2).clear()).isOne();
		assertThat(open(1).all()).isEmpty();
	}

	@Test
	void waitsForAnotherReplicaThatHasTheFile() throws Exception {
		try (OtherReplica other = OtherReplica.holding(this.folder.resolve("corrections.lock"))) {
			assertThatExceptionOfType(UncheckedIOException.class)
				.isThrownBy(() -> open(1).keep(List.of(correction(true, EntityType.NAME, "Zorbl"))));
			assertThat(file()).doesNotExist();
			other.letGo();
			assertThat(open(1).keep(List.of(correction(true, EntityType.NAME, "Zorbl")))).isTrue();
		}
	}

	@Test
	void opensWithItsOwnKeyAlone() {
		open(1).keep(List.of(correction(true, EntityType.NAME, "Zorbl")));
		assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> open(2).all());
	}

	@Test
	void passesOverALineThatWasCutOff() throws IOException {
		open(1).keep(List.of(correction(true, EntityType.NAME, "Zorbl")));
		Files.writeString(file(), Files.readString(file()) + "AAAA");
		assertThat(open(1).all()).hasSize(1);
		open(1).keep(List.of(correction(false, null, "Epic")));
		assertThat(open(1).all()).extracting((one) -> one.text().reveal()).containsExactly("Zorbl", "Epic");
	}

	@Test
	void growsNoLargerThanItsBound() throws IOException {
		List<Correction> one = List.of(correction(true, EntityType.NAME, "x".repeat(200)));
		int kept = 0;
		while (open(1).keep(one)) {
			kept++;
		}
		assertThat(kept).isPositive();
		assertThat(Files.size(file())).isLessThanOrEqualTo(2048);
		assertThat(open(1).all()).hasSize(kept);
	}

	@Test
	void proposesWhatTheListsCouldSay() {
		assertThat(Corrections
			.proposed(List.of(correction(true, EntityType.NAME, "Zorbl"), correction(true, EntityType.NAME, "Quorl"),
					correction(false, null, "Epic"), correction(true, EntityType.MRN, "epic"))))
			.isEqualTo(Map.of("words", List.of(Map.of("type", EntityType.NAME, "words", Set.of("Quorl", "Zorbl"))),
					"never-mask", Set.of()));
	}

	@Test
	void takesNoneWithoutAFile() {
		assertThat(new CorrectionProperties("", DataSize.ofKilobytes(1), List.of(), List.of(), WAIT).open(new byte[32]))
			.isEmpty();
	}

	private Corrections open(int key) {
		byte[] bytes = new byte[32];
		bytes[0] = (byte) key;
		return new CorrectionProperties(file().toString(), DataSize.ofKilobytes(2), List.of(), List.of(), WAIT)
			.open(bytes)
			.orElseThrow();
	}

	private Path file() {
		return this.folder.resolve("corrections");
	}

	private static Correction correction(boolean identifier, @Nullable EntityType type, String text) {
		return new Correction(identifier, type, PhiText.of(text), "iss|amelia", NOW);
	}

}
