package io.hilum.phi.detect.tagger;

import java.util.List;

import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Span;
import io.hilum.phi.detect.dictionary.Gazetteer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The model that ships finds what no list has, by its neighbours, and leaves what is
 * nobody's.
 */
class TaggerDetectorTests {

	private static final TaggerDetector DETECTOR = new TaggerDetector(Gazetteer.load(), Model.load());

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Seen today with Dr. Zwyrtek, who agrees.          | Zwyrtek
			Qorvath denies chest pain and fever.              | Qorvath
			my name is tzipporah okwuosa and i need a refill  | tzipporah okwuosa
			His wife Xochilpilli is at bedside.               | Xochilpilli
			VANDERQUIST, OSWIN J admitted overnight           | VANDERQUIST, OSWIN J
			Please call Nguyet Thi Bui-Larsen tomorrow.       | Nguyet Thi Bui-Larsen
			""")
	void findsNamesThatNoListHas(String text, String name) {
		assertThat(found(text, EntityType.NAME)).contains(name);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			She grew up in Quelzburg and works nights.        | Quelzburg
			Transferred from St. Brannock's Hospital at noon. | St. Brannock's Hospital
			""")
	void findsPlacesThatNoListHas(String text, String place) {
		assertThat(found(text, EntityType.LOCATION)).contains(place);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Started metoprolol 25 mg BID for hypertension.",
			"Known Hashimoto's thyroiditis, Babinski negative.", "will the results be back in may",
			"The Foley was removed and a Jackson-Pratt drain placed.",
			"what are the side effects of eliquis in pregnancy", "Patient denies fever, chills, or night sweats.",
			"Takes Empagliflozin, Ticagrelor and Upadacitinib at home.", "Is the 2022 fee schedule out?",
			"Compare Louis Pasteur with Robert Koch in three sentences.", "Does Johnson & Johnson publish a manual?",
			"Pt referred for r/o Stevens-Johnson. Insurance UHC", "Was Fisher & Paykel tubing recalled?" })
	void leavesTextsWithoutNames(String text) {
		assertThat(DETECTOR.detect(new Document(text))).isEmpty();
	}

	@Test
	void leavesWordsAroundAPlace() {
		assertThat(found("We arranged an echocardiogram at our Quelzburg and Zabrowski Hospital clinics.",
				EntityType.LOCATION))
			.noneMatch((place) -> place.startsWith("our") || place.endsWith("and"));
	}

	@Test
	void findsNothingInNothing() {
		assertThat(DETECTOR.detect(new Document(""))).isEmpty();
		assertThat(DETECTOR.detect(new Document("\n . ,"))).isEmpty();
	}

	@Test
	void findsTheSameAtTheEndOfALongText() {
		String sentence = "Dr. Zwyrtek saw the patient. ";
		assertThat(found(sentence.repeat(500), EntityType.NAME)).hasSize(500).containsOnly("Zwyrtek");
	}

	@Test
	void givesProbabilitiesAsScores() {
		assertThat(DETECTOR.tagged(new Document("Qorvath denies chest pain."))).isNotEmpty()
			.allSatisfy((span) -> assertThat(span.score()).isBetween(0.5, 0.9));
	}

	private static List<String> found(String text, EntityType type) {
		return DETECTOR.detect(new Document(text))
			.stream()
			.filter((span) -> span.type() == type)
			.filter((span) -> span.detector().equals("tagger"))
			.map((Span span) -> text.substring(span.start(), span.end()))
			.toList();
	}

}
