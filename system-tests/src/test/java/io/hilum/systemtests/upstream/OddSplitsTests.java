package io.hilum.systemtests.upstream;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OddSplits}.
 */
class OddSplitsTests {

	private static final String TEXT = "Ask [NAME_7KQ2] é 🩺 about [DATE_9WRA]. ".repeat(60);

	@Test
	void piecesMakeTheTextAgain() {
		List<String> pieces = OddSplits.ofText(TEXT);
		assertThat(String.join("", pieces)).isEqualTo(TEXT);
		assertThat(pieces).allMatch((piece) -> piece.codePointCount(0, piece.length()) <= 5);
	}

	@Test
	void noPieceHoldsAWholePseudonym() {
		assertThat(OddSplits.ofText(TEXT)).noneMatch((piece) -> piece.contains("[NAME_7KQ2]"));
	}

	@Test
	void writesMakeTheBytesAgainAndAreMany() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		List<byte[]> writes = OddSplits.ofBytes(TEXT);
		writes.forEach(bytes::writeBytes);
		assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(TEXT);
		assertThat(writes).hasSizeGreaterThan(2);
	}

}
