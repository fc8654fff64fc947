package io.hilum.gateway.phi;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.hilum.trust.text.PhiText;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Restorer} and {@link RestoringStream}.
 */
class RestorerTests {

	private static final Map<String, PhiText> PSEUDONYMS = Map.of("[NAME_7KQ2]", PhiText.of("Irma Peter"),
			"[NAME_7KQ2_L]", PhiText.of("Peter"), "[MRN_M4TX]", PhiText.of("964741"), "[OTHER_ID_2]",
			PhiText.of("say \"hi\"\\\n[NAME_7KQ2] Zoë 😀"));

	private final Restorer restorer = Restorer.of(PSEUDONYMS);

	@Example
	void putsBackWhatWasTakenOut() {
		assertThat(this.restorer.restore("[NAME_7KQ2], MRN [MRN_M4TX]: Ms. [NAME_7KQ2_L]'s chart", Form.TEXT))
			.isEqualTo("Irma Peter, MRN 964741: Ms. Peter's chart");
	}

	@Example
	void takesAnyCase() {
		assertThat(this.restorer.restore("[name_7kq2] [Name_7Kq2_l]", Form.TEXT)).isEqualTo("Irma Peter Peter");
	}

	@Example
	void leavesWhatWasNotIssued() {
		String planted = "[NAME_XXXX] [NAME_7KQ2 ] [ NAME_7KQ2] NAME_7KQ2 [[]] [] ] [ [NAME_7KQ";
		assertThat(this.restorer.restore(planted, Form.TEXT)).isEqualTo(planted);
	}

	@Example
	void neverReadsItsOwnOutput() {
		assertThat(this.restorer.restore("[OTHER_ID_2]", Form.TEXT)).isEqualTo("say \"hi\"\\\n[NAME_7KQ2] Zoë 😀");
	}

	@Example
	void findsOneRightBehindAnOpenBracket() {
		assertThat(this.restorer.restore("[[NAME_7KQ2]] [NAME_[MRN_M4TX]", Form.TEXT))
			.isEqualTo("[Irma Peter] [NAME_964741");
	}

	@Example
	void escapesWhatItPutsIntoJson() {
		String arguments = this.restorer.restore("{\"note\":\"[OTHER_ID_2]\"}", Form.JSON);
		assertThat(JsonMapper.shared().readTree(arguments).get("note").asString())
			.isEqualTo("say \"hi\"\\\n[NAME_7KQ2] Zoë 😀");
	}

	@Example
	void knowsAnEscapedPseudonymInJson() {
		assertThat(this.restorer.restore("\"\\u005bNAME\\u005F7KQ2\\u005d\"", Form.JSON)).isEqualTo("\"Irma Peter\"");
		assertThat(this.restorer.restore("\"\\\\u005bNAME_7KQ2]\"", Form.JSON)).isEqualTo("\"\\\\u005bNAME_7KQ2]\"");
	}

	@Example
	void holdsBackNoMoreThanThePrefixOfAPseudonym() {
		RestoringStream stream = this.restorer.stream(Form.TEXT);
		assertThat(stream.push("see [NAME_7K")).isEqualTo("see ");
		assertThat(stream.holds()).isTrue();
		assertThat(stream.push("X")).isEqualTo("[NAME_7KX");
		assertThat(stream.holds()).isFalse();
	}

	@Example
	void endsWithWhatItHeldAndGuessesNothing() {
		RestoringStream stream = this.restorer.stream(Form.TEXT);
		assertThat(stream.push("[NAME_7KQ2")).isEmpty();
		assertThat(stream.finish()).isEqualTo("[NAME_7KQ2");
	}

	@Example
	void refusesPseudonymsThatDifferInCaseOnly() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Restorer.of(Map.of("[NAME_A]", PhiText.of("x"), "[name_a]", PhiText.of("y"))));
	}

	@Example
	void isLinearInAFloodOfBrackets() {
		String flood = "[".repeat(2_000_000);
		assertThat(this.restorer.restore(flood, Form.TEXT)).hasSameSizeAs(flood);
	}

	@Property(tries = 2000)
	void anySplitOfATextGivesWhatTheWholeGives(@ForAll("texts") String text, @ForAll("cuts") List<Integer> cuts) {
		assertThat(pieces(text, cuts, Form.TEXT)).isEqualTo(this.restorer.restore(text, Form.TEXT));
	}

	@Property(tries = 2000)
	void anySplitOfJsonGivesWhatTheWholeGives(@ForAll("texts") String text, @ForAll("cuts") List<Integer> cuts) {
		String json = JsonMapper.shared().writeValueAsString(text).replace("[M", "\\u005BM");
		String restored = this.restorer.restore(json, Form.JSON);
		assertThat(pieces(json, cuts, Form.JSON)).isEqualTo(restored);
		assertThat(JsonMapper.shared().readValue(restored, String.class))
			.isEqualTo(this.restorer.restore(text, Form.TEXT));
	}

	@Property(tries = 500)
	void holdsBackAtMostThePseudonymsLength(@ForAll("texts") String text) {
		RestoringStream stream = this.restorer.stream(Form.TEXT);
		for (int i = 0; i < text.length(); i++) {
			stream.push(text.substring(i, i + 1));
		}
		assertThat(stream.finish().length()).isLessThan("[NAME_7KQ2_L]".length());
	}

	private String pieces(String text, List<Integer> cuts, Form form) {
		RestoringStream stream = this.restorer.stream(form);
		StringBuilder out = new StringBuilder();
		int from = 0;
		for (int cut : cuts) {
			int to = Math.min(text.length(), from + cut);
			out.append(stream.push(text.substring(from, to)));
			from = to;
		}
		return out.append(stream.push(text.substring(from))).append(stream.finish()).toString();
	}

	@Provide
	Arbitrary<String> texts() {
		Arbitrary<String> words = Arbitraries.of("[NAME_7KQ2]", "[NAME_7KQ2_L]", "[MRN_M4TX]", "[name_7kq2]",
				"[OTHER_ID_2]", "[NAME_", "[", "]", "[[", "7KQ2]", "_L]", " ", "é", "😀", "\\", "\"", "\n", "u005b",
				"\\u005b", "text");
		return Combinators.combine(words.list().ofMaxSize(12), Arbitraries.strings().ofMaxLength(8))
			.as((list, tail) -> String.join("", list) + tail)
			.filter((text) -> text.chars().noneMatch((c) -> Character.isSurrogate((char) c)) || text.contains("😀"))
			.map((text) -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
	}

	@Provide
	Arbitrary<List<Integer>> cuts() {
		return Arbitraries.integers().between(0, 7).list().ofMaxSize(40);
	}

}
