package io.hilum.phi.scrub;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.hilum.phi.detect.Span;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for any text whatever.
 */
class ScrubPropertyTests {

	/** Words that announce an identifier and are none. */
	private static final Set<String> ANNOUNCING = Set.of("member", "account");

	@Property(tries = 400)
	void everyPseudonymLeadsBackToWhatStoodThere(@ForAll("prompts") List<String> texts) {
		ScrubResult.Scrubbed result = ScrubFixtures.pseudonymise("c", texts.toArray(String[]::new));
		for (int i = 0; i < texts.size(); i++) {
			assertThat(ScrubFixtures.restore(result.texts().get(i), result.pseudonyms())).isEqualTo(texts.get(i));
		}
	}

	@Property(tries = 400)
	void noTwoIdentifiersShareAPseudonym(@ForAll("prompts") List<String> texts) {
		Map<String, String> pseudonyms = ScrubFixtures.pseudonymise("c", texts.toArray(String[]::new)).pseudonyms();
		Map<String, List<String>> bySurface = pseudonyms.keySet()
			.stream()
			.collect(Collectors.groupingBy((key) -> typeOf(key) + pseudonyms.get(key)));
		assertThat(bySurface).allSatisfy((surface, keys) -> assertThat(keys).hasSize(1));
	}

	@Property(tries = 400)
	void noRunOfAnIdentifierGoesOut(@ForAll("identified") Identified identified) {
		ScrubResult.Scrubbed result = ScrubFixtures.pseudonymise("c", identified.text());
		for (String run : identified.identifier().split("[^\\p{L}\\p{N}]+", -1)) {
			if (run.length() > 3 && !ANNOUNCING.contains(run)) {
				assertThat(result.texts().getFirst()).doesNotContain(run);
			}
		}
	}

	@Property(tries = 400)
	void noLetterOrDigitOfWhatWasFoundGoesOut(@ForAll("prompts") List<String> texts) {
		ScrubResult.Scrubbed result = ScrubFixtures.pseudonymise("c", texts.toArray(String[]::new));
		List<List<Span>> found = ScrubFixtures.EXAMINER.examine(texts);
		for (int i = 0; i < texts.size(); i++) {
			String masked = result.texts().get(i);
			int at = 0;
			int from = 0;
			for (Span span : found.get(i)) {
				String between = texts.get(i).substring(from, span.start());
				assertThat(masked.substring(at)).startsWith(between + "[");
				int end = masked.indexOf(']', at + between.length()) + 1;
				String pseudonym = masked.substring(at + between.length(), end);
				assertThat(result.pseudonyms()).containsEntry(pseudonym,
						texts.get(i).substring(span.start(), span.end()));
				at = end;
				from = span.end();
			}
			assertThat(masked.substring(at)).isEqualTo(texts.get(i).substring(from));
		}
	}

	@Property(tries = 300)
	void anyTextAtAllIsRestoredByteForByte(@ForAll String text) {
		String whole = text.codePoints()
			.filter((point) -> !(point >= 0xD800 && point <= 0xDFFF))
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
		ScrubResult.Scrubbed result = ScrubFixtures.pseudonymise("c", whole);
		assertThat(ScrubFixtures.restore(result.texts().getFirst(), result.pseudonyms())).isEqualTo(whole);
	}

	@Property(tries = 200)
	void answersDependOnTextAndScopeAlone(@ForAll("prompts") List<String> texts) {
		String[] array = texts.toArray(String[]::new);
		assertThat(ScrubFixtures.pseudonymise("a", array)).isEqualTo(ScrubFixtures.pseudonymise("a", array));
		assertThat(ScrubFixtures.pseudonymise("a", array).pseudonyms().keySet())
			.noneMatch(ScrubFixtures.pseudonymise("b", array).pseudonyms()::containsKey);
	}

	private static String typeOf(String pseudonym) {
		return pseudonym.replaceFirst("_[2-9B-DF-HJ-NP-TV-Z]{2,}(_[2-9B-DF-HJ-NP-TV-Z]{2,})*]$", " ");
	}

	@Provide
	Arbitrary<List<String>> prompts() {
		Arbitrary<String> pieces = Arbitraries.oneOf(identifiers(),
				Arbitraries.of("[NAME_7KQ2]", "[MRN_", "]", "[", "Dr.", "was seen", "on", "Patient:", ",", "\n", " ",
						"😀", "é", "  ", "Turner syndrome", "MRN", "wife", "{\"name\": \"", "\"}", "PID|1||", "^", "|",
						"/", "-", "."),
				Arbitraries.strings().alpha().ofMaxLength(5));
		return pieces.list().ofMaxSize(14).map((list) -> String.join(" ", list)).list().ofMinSize(1).ofMaxSize(3);
	}

	@Provide
	Arbitrary<Identified> identified() {
		return Combinators
			.combine(identifiers(),
					Arbitraries.of("Please check %s today.", "%s", "note: %s; stable", "Re: \"%s\"\nThanks",
							"the chart says %s, is that right?"))
			.as((identifier, frame) -> new Identified(frame.formatted(identifier), identifier));
	}

	private static Arbitrary<String> identifiers() {
		Arbitrary<Integer> digit = Arbitraries.integers().between(2, 9);
		return Arbitraries
			.of("###-##-####", "(###) ###-####", "+1 ### ### ####", "MRN #######", "j.q###@clinic.example.org",
					"https://portal.example.org/p/######", "10.#.#.##", "DOB 1#/1#/195#", "member ID W#########",
					"Dr. Quimby Vantongeren", "Olga Hernandez", "HERNANDEZ, OLGA", "#### N. Maple Street",
					"NPI 1#########", "VIN 1HGCM8263#A00####", "account ########", "March 1#, 201#", "S/N AB##-####",
					"IMG_####_hernandez.jpg")
			.flatMap((form) -> digit.list().ofSize(12).map((digits) -> fill(form, digits)));
	}

	private static String fill(String form, List<Integer> digits) {
		StringBuilder filled = new StringBuilder();
		int next = 0;
		for (char unit : form.toCharArray()) {
			filled.append((unit == '#') ? String.valueOf(digits.get(next++)) : String.valueOf(unit));
		}
		return filled.toString();
	}

	/**
	 * A text with an identifier in it.
	 */
	record Identified(String text, String identifier) {
	}

}
