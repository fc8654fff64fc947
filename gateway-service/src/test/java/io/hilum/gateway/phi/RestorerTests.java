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
		String planted = "[NAME_XXXX] [NAME_7KQ] [NAME_7KQ2X] [NAME_7KQ2_X] NAME-7KQ2 NAME 7KQ2 7KQ2 xNAME_7KQ2 NAME_7KQ2s "
				+ "NAME__7KQ2 [NA[ME_7KQ2] my_NAME_7KQ2 NAME_7KQ2_pdf NAME_7KQ2____ %5BNAME_7KQ %5CNAME%20_7KQ2 [[]] [] ] [ \\[ %5B";
		assertThat(this.restorer.restore(planted, Form.TEXT)).isEqualTo(planted);
	}

	@Example
	void takesNoLetterThatOnlyLooksLikeOneInCapitals() {
		String planted = "[NAME_7\u212aQ2] [\uff2eAME_7KQ2] [NAME_7KQ\uff12]";
		assertThat(this.restorer.restore(planted, Form.TEXT)).isEqualTo(planted);
	}

	@Example
	void findsOneThatLostItsBrackets() {
		assertThat(this.restorer.restore(
				"NAME_7KQ2, (name_7kq2_l)'s \"MRN_M4TX\" [NAME_7KQ2 ] [NAME_7KQ2, MRN_M4TX] NAME_7KQ2] {NAME_7KQ2}.",
				Form.TEXT))
			.isEqualTo("Irma Peter, (Peter)'s \"964741\" [Irma Peter ] [Irma Peter, 964741] Irma Peter] {Irma Peter}.");
	}

	@Example
	void findsOneInAnyWritingOfMarkdown() {
		assertThat(this.restorer.restore(
				"""
						**NAME_7KQ2** `NAME_7KQ2` *[NAME_7KQ2]* _NAME_7KQ2_ __[Name_7KQ2]__ ___name_7kq2_l___ ~~NAME_7KQ2~~
						\\[NAME\\_7KQ2\\] \\[NAME\\_7KQ2] [NAME\\_7KQ2\\_L] NAME\\_7KQ2 \\[NAME_7KQ2\\] | [NAME_7KQ2]'s | # NAME_7KQ2:
						- "NAME_7KQ2" - 'NAME_7KQ2' <b>NAME_7KQ2</b> \u201c[NAME_7KQ2]\u201d \u3010NAME_7KQ2\u3011""",
				Form.TEXT))
			.isEqualTo("""
					**Irma Peter** `Irma Peter` *Irma Peter* _Irma Peter_ __Irma Peter__ ___Peter___ ~~Irma Peter~~
					Irma Peter Irma Peter Peter Irma Peter Irma Peter | Irma Peter's | # Irma Peter:
					- "Irma Peter" - 'Irma Peter' <b>Irma Peter</b> \u201cIrma Peter\u201d \u3010Irma Peter\u3011""");
	}

	@Example
	void keepsABackslashThatNoMarkdownPutThere() {
		assertThat(this.restorer.restore("C:\\[NAME_7KQ2]\\x \\NAME_7KQ2 \\\\[MRN_M4TX\\]", Form.TEXT))
			.isEqualTo("C:\\[Irma Peter]\\x \\Irma Peter \\964741");
	}

	@Example
	void writesItsOriginalForAUrlWhereItStandsInOne() {
		assertThat(
				this.restorer.restore("/p?q=%5BNAME_7KQ2%5D&r=%5bname%5f7kq2%5d#%5BNAME_7KQ2] MRN%5FM4TX", Form.TEXT))
			.isEqualTo("/p?q=Irma%20Peter&r=Irma%20Peter#%5BIrma Peter] 964741");
	}

	@Example
	void tellsEscapesOfJsonFromLetters() {
		assertThat(this.restorer.restore("\"\\nNAME_7KQ2\\tNAME_7KQ2\\\"[NAME\\\\_7KQ2]\\/\\\\nNAME_7KQ2\"", Form.JSON))
			.isEqualTo("\"\\nIrma Peter\\tIrma Peter\\\"Irma Peter\\/\\\\nNAME_7KQ2\"");
	}

	@Example
	void keepsEveryEscapeOfJsonThatIsNotPartOfOne() {
		String json = "\"\\u0041\\u005b\\u005d \\u00zz \\\\u005bNAME_7KQ2] [\\u004eAME_7KQ9]\"";
		assertThat(this.restorer.restore(json, Form.JSON)).isEqualTo(json);
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
		assertThat(stream.push(" Nam")).isEqualTo(" ");
		assertThat(stream.push("ed")).isEqualTo("Named");
		assertThat(stream.push("NAME_7KQ2 ")).isEqualTo("NAME_7KQ2 ");
	}

	@Example
	void passesWordsOnThatBeginNoPseudonym() {
		RestoringStream stream = this.restorer.stream(Form.TEXT);
		assertThat(stream.push("The patient")).isEqualTo("The patient");
		assertThat(stream.holds()).isFalse();
	}

	@Example
	void restoresALastWordThatCannotHaveBeenCut() {
		assertThat(this.restorer.restore("seen: NAME_7KQ2_L", Form.TEXT)).isEqualTo("seen: Peter");
		assertThat(this.restorer.restore("seen: [MRN_M4TX", Form.TEXT)).isEqualTo("seen: [964741");
		assertThat(this.restorer.restore("seen: NAME_7KQ2", Form.TEXT)).isEqualTo("seen: NAME_7KQ2");
		assertThat(this.restorer.restore("seen: NAME_7KQ2_", Form.TEXT)).isEqualTo("seen: NAME_7KQ2_");
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
		String json = JsonMapper.shared().writeValueAsString(text).replace("[M", "\\u005BM").replace("_7", "\\u005f7");
		String restored = this.restorer.restore(json, Form.JSON);
		assertThat(pieces(json, cuts, Form.JSON)).isEqualTo(restored);
		assertThat(JsonMapper.shared().readValue(restored, String.class)).isEqualTo(delimited(text));
	}

	/** The quote behind a string of JSON says that its last word was not cut. */
	private String delimited(String text) {
		String restored = this.restorer.restore(text + '"', Form.TEXT);
		return restored.substring(0, restored.length() - 1);
	}

	@Property(tries = 500)
	void holdsBackAtMostThePseudonymsLength(@ForAll("texts") String text) {
		RestoringStream stream = this.restorer.stream(Form.TEXT);
		for (int i = 0; i < text.length(); i++) {
			stream.push(text.substring(i, i + 1));
		}
		assertThat(stream.held().length()).isLessThan("\\[NAME\\_7KQ2\\_L___".length());
	}

	@Property(tries = 1000)
	void changesNothingInATextWithoutIssuedPseudonyms(@ForAll("texts") String text) {
		Restorer other = Restorer.of(Map.of("[SSN_ZZZZ]", PhiText.of("123-45-6789")));
		assertThat(other.restore(text, Form.TEXT)).isEqualTo(text);
		assertThat(other.restore(text, Form.JSON)).isEqualTo(text);
	}

	@Property(tries = 1000)
	void putsBackInEveryWritingOfAModel(@ForAll("writings") String writing, @ForAll("cuts") List<Integer> cuts) {
		String text = "see " + writing + " now";
		assertThat(pieces(text, cuts, Form.TEXT)).contains("Irma Peter").doesNotContainIgnoringCase("NAME");
		String json = JsonMapper.shared().writeValueAsString(Map.of("note", text));
		assertThat(JsonMapper.shared().readTree(pieces(json, cuts, Form.JSON)).get("note").asString())
			.isEqualTo(this.restorer.restore(text, Form.TEXT));
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
	Arbitrary<String> writings() {
		Arbitrary<String> words = Arbitraries.of("NAME_7KQ2", "name_7kq2", "Name_7KQ2", "NAME\\_7KQ2");
		Arbitrary<String> frames = Arbitraries.of("[%s]", "%s", "\\[%s\\]", "**%s**", "`[%s]`", "_%s_", "***[%s]***",
				"\"%s\"", "[%s]'s", "%s's", "(%s)", "[%s", "%s]", "[%s, ", "<i>%s</i>", "[%s](x)", "\n%s\n", "%s.");
		return Combinators.combine(words, frames).as((word, frame) -> frame.formatted(word));
	}

	@Provide
	Arbitrary<String> texts() {
		Arbitrary<String> words = Arbitraries.of("NAME_7KQ2", "NAME\\_7KQ2", "\\[", "\\]", "_", "___", "%5B", "%5D",
				"%5F", "%", "5", "\\_", "N", "NAME", "n", "[NAME_7KQ2]", "[NAME_7KQ2_L]", "[MRN_M4TX]", "[name_7kq2]",
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
