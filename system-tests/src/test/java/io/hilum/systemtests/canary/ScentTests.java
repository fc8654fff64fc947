package io.hilum.systemtests.canary;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Scent}: what it cannot find, the hunt for canaries would miss.
 */
class ScentTests {

	private static final String CANARY = "Wilhelmina Żółkowska";

	private final Scent scent = new Scent(List.of(CANARY, "84729165"));

	@Test
	void findsNothingInInnocentText() {
		assertThat(this.scent.in("x", "Wilhelmina [NAME_7KQ2], MRN [MRN_M4TX] 84-729-16")).isEmpty();
	}

	@Test
	void findsTheRawText() {
		assertThat(this.scent.in("x", "about " + CANARY + ".")).containsExactly(new Hit("x", CANARY, "raw"));
	}

	@Test
	void findsOtherCharacterSets() {
		assertThat(this.scent.in("x", ("x" + CANARY).getBytes(StandardCharsets.UTF_16LE))).isNotEmpty();
		assertThat(this.scent.in("x", (CANARY + "x").getBytes(StandardCharsets.UTF_16BE))).isNotEmpty();
	}

	@Test
	void findsEscapes() {
		assertThat(this.scent.in("x", "Wilhelmina \\u017b\\u00f3\\u0142kowska")).isNotEmpty();
		assertThat(this.scent.in("x", "q=" + URLEncoder.encode(CANARY, StandardCharsets.UTF_8))).isNotEmpty();
		assertThat(this.scent.in("x", HexFormat.of().formatHex(CANARY.getBytes(StandardCharsets.UTF_8)))).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "ab", "abc" })
	void findsBase64AtAnyOffset(String before) {
		byte[] text = (before + "84729165 is the number of " + CANARY + " here").getBytes(StandardCharsets.UTF_8);
		assertThat(this.scent.in("x", Base64.getEncoder().encode(text))).extracting(Hit::canary)
			.contains(CANARY, "84729165");
		assertThat(this.scent.in("x", Base64.getUrlEncoder().encode(text))).isNotEmpty();
	}

	@Test
	void findsWhatLiesAcrossTwoBlocks() {
		assertThat(this.scent.in("x", "-".repeat((1 << 20) - 5) + CANARY)).hasSize(1);
	}

	@Test
	void looksIntoGzip(@TempDir Path folder) throws IOException {
		Path file = folder.resolve("old.log.gz");
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
			out.write(("patient " + CANARY).getBytes(StandardCharsets.UTF_8));
		}
		assertThat(this.scent.in(file)).hasSize(1);
	}

	@Test
	void takesAFileThatIsGoneAsEmpty(@TempDir Path folder) {
		assertThat(this.scent.in(folder.resolve("gone"))).isEmpty();
	}

}
