package io.hilum.rag.read;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.hilum.rag.document.DocumentFormat;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Magic}.
 */
class MagicTests {

	private static final byte[] PDF = Samples.emptyPdf(1);

	private static final byte[] ZIP = Samples.zip(Map.of("a", new byte[1]));

	private static final byte[] TEXT = Samples.bytes("Irma Peter äöü");

	private static final byte[] GZIP = { 0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0 };

	@Test
	void knowsEachFormatByItsBytes() {
		assertThat(Magic.matches(PDF, DocumentFormat.PDF)).isTrue();
		assertThat(Magic.matches(ZIP, DocumentFormat.DOCX)).isTrue();
		for (DocumentFormat format : List.of(DocumentFormat.TEXT, DocumentFormat.MARKDOWN, DocumentFormat.HTML)) {
			assertThat(Magic.matches(TEXT, format)).isTrue();
			assertThat(Magic.matches("Irma".getBytes(StandardCharsets.UTF_16), format)).isTrue();
			assertThat(Magic.matches("Prüfung".getBytes(StandardCharsets.ISO_8859_1), format)).isTrue();
		}
	}

	@Test
	void refusesWhatIsSomethingElse() {
		for (DocumentFormat format : DocumentFormat.values()) {
			assertThat(Magic.matches(new byte[0], format)).isFalse();
			assertThat(Magic.matches(GZIP, format)).isFalse();
			assertThat(Magic.matches(PDF, format)).isEqualTo(format == DocumentFormat.PDF);
			assertThat(Magic.matches(ZIP, format)).isEqualTo(format == DocumentFormat.DOCX);
		}
	}

	@Test
	void refusesBinaryAsText() {
		assertThat(Magic.matches(new byte[] { 'M', 'Z', 0, 3 }, DocumentFormat.TEXT)).isFalse();
	}

}
