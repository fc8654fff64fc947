package io.hilum.gateway.phi;

import java.util.List;
import java.util.Map;

import io.hilum.trust.text.PhiText;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DateStream} and {@link MovedDates}.
 */
class DateStreamTests {

	private static final Restorer RESTORER = Restorer.of(Map.of("5/21/2024", PhiText.of("3/12/2024"), "May 21, 2024",
			PhiText.of("March 12, 2024"), "May 21", PhiText.of("March 12"), "2024-05-21", PhiText.of("2024-03-12"),
			"5/21", PhiText.of("3/12"), "5/21/24", PhiText.of("3/12/24"), "[DATE_7KQ2]", PhiText.of("May 2024")));

	@Example
	void putsBackInTheFormThatTheModelWrites() {
		assertThat(restore("On 5/21/2024, 2024-05-21 and may 21, 2024."))
			.isEqualTo("On 3/12/2024, 2024-03-12 and March 12, 2024.");
		assertThat(restore("5/21")).isEqualTo("3/12");
		assertThat(restore("2024-05-21T08:30 5/21-5/21/24 (May 21)"))
			.isEqualTo("2024-03-12T08:30 3/12-3/12/24 (March 12)");
		assertThat(restore("[DATE_7KQ2] and 5/21")).isEqualTo("May 2024 and 3/12");
	}

	@Example
	void leavesWhatIsAnotherDate() {
		for (String other : List.of("May 21, 2023", "May 21 2023", "15/21", "5/21/2023", "5/210", "1/5/21",
				"12024-05-21", "2024-05-213", "May 215", "dismay 21")) {
			assertThat(restore("on " + other + " there")).isEqualTo("on " + other + " there");
		}
	}

	@Example
	void staysJson() {
		Restorer restorer = Restorer.of(Map.of("5/21", PhiText.of("3/\"12")));
		assertThat(restorer.restore("{\"on\":\"5/21\"}", Form.JSON)).isEqualTo("{\"on\":\"3/\\\"12\"}");
	}

	@Example
	void knowsADateBehindAnEscapedLineBreak() {
		assertThat(RESTORER.restore("{\"note\":\"seen\\n5/21\\tand\\r\\n2024-05-21 in5/21\"}", Form.JSON))
			.isEqualTo("{\"note\":\"seen\\n3/12\\tand\\r\\n2024-03-12 in5/21\"}");
	}

	@Example
	void keepsWhatItKnows() {
		Restorer later = Restorer.of(Map.of("5/22", PhiText.of("3/13"))).after(RESTORER);
		assertThat(later.restore("5/21 5/22", Form.TEXT)).isEqualTo("3/12 3/13");
		assertThat(Restorer.of(later.pseudonyms()).restore("5/21 5/22", Form.TEXT)).isEqualTo("3/12 3/13");
		assertThat(later.isIdle()).isFalse();
	}

	@Property(tries = 1000)
	void anySplitGivesTheWhole(@ForAll("texts") String text, @ForAll("cuts") List<Integer> cuts) {
		RestoringStream stream = RESTORER.stream(Form.TEXT);
		StringBuilder restored = new StringBuilder();
		int from = 0;
		for (int i = 0; from < text.length(); i++) {
			int to = Math.min(text.length(), from + cuts.get(i % cuts.size()));
			restored.append(stream.push(text.substring(from, to)));
			from = to;
		}
		assertThat(restored.append(stream.finish())).hasToString(restore(text));
	}

	private static String restore(String text) {
		return RESTORER.restore(text, Form.TEXT);
	}

	@Provide
	Arbitrary<String> texts() {
		return Arbitraries
			.of("5/21", "/2024", "May 21", ", 2024", ", 2023", " 2024", "2024-05-21", "T08", "-", "5", "/", "21", "M",
					"ay", " ", ".", "1", "[DATE_7KQ2]", "[DA", "x", "é")
			.list()
			.ofMaxSize(10)
			.map((pieces) -> String.join("", pieces));
	}

	@Provide
	Arbitrary<List<Integer>> cuts() {
		return Arbitraries.integers().between(1, 9).list().ofMinSize(1).ofMaxSize(20);
	}

}
