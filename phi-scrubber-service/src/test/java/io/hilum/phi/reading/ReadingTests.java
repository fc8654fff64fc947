package io.hilum.phi.reading;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Reading}.
 */
class ReadingTests {

	@ParameterizedTest
	@ValueSource(strings = { "Irma Peter, MRN 964741, was seen on 10/20/2023.", "", "10⁹/L, m², H₂O, 37 °C, 5 µg",
			"José Muñoz", "Олег Иванович", "Ελένη Παπαδοπούλου", "β-blocker", "80 % of R&D at AT&T; 100%",
			"sternocleidomastoid electroencephalography", "C:\\dir", "1 + 1", "山田太郎 さん", "a–b “c” ‘d’ …",
			"Tylenol™ ½ tablet", "50%\n20%", "&unknown; &; &#; &#x;", "%zz %4", "\\u12 \\q \\" })
	void leavesWhatReadsAsItStands(String text) {
		assertThat(Reading.of(text)).isEmpty();
		assertThat(Reading.plain(text)).isSameAs(text);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "Ir\u200Bma Pe\u00ADter | Irma Peter", "Irmа Реtеr | Irma Peter", "Роре | Pope", "Іrma | Irma",
					"ＩＲＭＡ　ＰＥＴＥＲ | IRMA\u3000PETER", "９６４－７４１ | 964-741", "٩٦٤٧٤١ | 964741", "𝐈𝐫𝐦𝐚 | Irma",
					"Ⓘⓡⓜⓐ | Irma", "¹²³-⁴⁵ | 123-45", "№ 12 | No 12", "I\u0336r\u0336ma | Irma",
					"&#73;rma&nbsp;Peter | Irma\u00A0Peter", "&#x49;rma&#32Peter | Irma Peter",
					"Jos&eacute; M&#x75;&ntilde;oz | José Muñoz", "j&commat;x&period;org | j@x.org",
					"Irma%20Peter | Irma Peter", "first=Irma+Lee&last=P%65ter | first=Irma Lee&last=Peter",
					"P%65ter+Irma | Peter Irma", "Mu%C3%B1oz | Muñoz", "%u0049rma | Irma",
					"\\u0049rma \\x50eter | Irma Peter", "%2549rma | Irma", "&amp;#73;rma | Irma", "＆#７３；rma | Irma",
					"12\u202E34 | 1234", "SXJtYSBQZXRlcg== | Irma Peter", "x/SXJtYSBQZXRlcg | x/Irma Peter",
					"data:text/plain;base64,SXJtYSBQZXRlcg== | data:text/plain;base64,Irma Peter" })
	void undoesHiddenForms(String text, String expected) {
		assertThat(Reading.plain(text)).isEqualTo(expected);
	}

	@Test
	void undoesEscapedLines() {
		assertThat(Reading.plain("Patient:\\nIrma\\tPeter")).isEqualTo("Patient:\nIrma\tPeter");
		assertThat(Reading.plain("\\uD83D\\uDE00 \\ud83d")).isEqualTo("😀 \\ud83d");
	}

	@Test
	void readsBase64InLines() {
		String text = "Irma Peter, MRN 964741, was seen on 10/20/2023. ".repeat(5);
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		assertThat(Reading.plain("> " + Base64.getMimeEncoder().encodeToString(bytes) + " <"))
			.isEqualTo("> " + text + " <");
		assertThat(Reading.plain(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))).isEqualTo(text);
	}

	@Test
	void takesAllOfABase64RunForEachOfItsCharacters() {
		Reading reading = Reading.of("a SXJtYSBQZXRlcg== b").orElseThrow();
		assertThat(reading.text()).isEqualTo("a Irma Peter b");
		for (int unit = 2; unit < 12; unit++) {
			assertThat(reading.start(unit)).isEqualTo(2);
			assertThat(reading.end(unit)).isEqualTo(18);
		}
		assertThat(reading.start(13)).isEqualTo(19);
	}

	@Test
	void printsNoText() {
		assertThat(Reading.of("I%72ma").orElseThrow().toString()).isEqualTo("Reading[length=4]");
	}

}
