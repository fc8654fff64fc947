package io.hilum.phi.scrub;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Span;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An identifier is found in whichever form it hides, and all of it goes.
 */
class HiddenFormTests {

	private static final List<UnaryOperator<String>> FORMS = List.of(
			(text) -> each(text, (unit) -> unit + "\u200B", ""),
			(text) -> each(text, (unit) -> "&#" + (int) unit + ";", ""),
			(text) -> each(text, (unit) -> "&#x%x;".formatted((int) unit), ""),
			(text) -> each(text, (unit) -> "%%%02X".formatted((int) unit), ""),
			(text) -> each(text, (unit) -> "\\u%04x".formatted((int) unit), ""),
			(text) -> each(text, (unit) -> String.valueOf((char) (unit + 0xFEE0)), " "),
			(text) -> URLEncoder.encode(text, StandardCharsets.UTF_8).replace("-", "%2D"),
			(text) -> Base64.getEncoder().encodeToString(("is " + text + " so").getBytes(StandardCharsets.UTF_8)),
			(text) -> text.replace('a', 'а')
				.replace('e', 'е')
				.replace('o', 'о')
				.replace('1', '１')
				.replace('2', '٢')
				.replace('3', '３')
				.replace('4', '４')
				.replace('5', '５'));

	@Property(tries = 300)
	void nothingOfAHiddenIdentifierStays(@ForAll("identifiers") String identifier, @ForAll("forms") int form,
			@ForAll("frames") String frame) {
		String hidden = FORMS.get(form).apply(identifier);
		String text = frame.formatted(hidden);
		ScrubResult.Scrubbed result = ScrubFixtures.pseudonymise("c", text);
		String masked = result.texts().getFirst();
		String left = masked.replaceAll("\\[[A-Z_]+(_[2-9B-DF-HJ-NP-TV-Z]{2,})+]", "");
		assertThat(letters(left)).isSubsetOf(letters(frame.formatted("")));
		assertThat(ScrubFixtures.restore(masked, result.pseudonyms())).isEqualTo(text);
	}

	@Property(tries = 200)
	void nothingStaysOfAnIdentifierInParts(@ForAll("identifiers") String identifier,
			@ForAll("cuts") List<Integer> cuts) {
		String whole = "Please check " + identifier + " today.";
		Texts parts = cut(whole, cuts);
		ScrubResult.Scrubbed result = (ScrubResult.Scrubbed) ScrubFixtures.SCRUBBER.scrub(parts, "c",
				ScrubPolicy.of(ScrubMode.PSEUDONYMISE));
		StringBuilder left = new StringBuilder();
		for (int i = 0; i < parts.all().size(); i++) {
			String masked = result.texts().get(i);
			left.append(masked.replaceAll("\\[[A-Z_]+(_[2-9B-DF-HJ-NP-TV-Z]{2,})+]", ""));
			assertThat(ScrubFixtures.restore(masked, result.pseudonyms())).isEqualTo(parts.all().get(i));
		}
		for (String run : identifier.split("[^\\p{L}\\p{N}]+", -1)) {
			assertThat(run.length() < 4 || !left.toString().contains(run)).isTrue();
		}
	}

	@Example
	void offsetsAreThoseOfTheTextAsItCame() {
		String text = "😀 SSN: １２３-４５-６７８９, see &#73;rma&nbsp;Peter.";
		List<Span> spans = ScrubFixtures.EXAMINER.examine(List.of(text)).getFirst();
		assertThat(spans).extracting((span) -> text.substring(span.start(), span.end()))
			.containsExactly("１２３-４５-６７８９", "&#73;rma&nbsp;Peter");
		assertThat(spans).extracting(Span::type).containsExactly(EntityType.SSN, EntityType.NAME);
	}

	@Example
	void whatIsHiddenIsFoundAgainInTheOpen() {
		ScrubResult.Scrubbed result = ScrubFixtures.pseudonymise("c", "Patient: Odalys%20Quirke",
				"quirke wants a refill");
		assertThat(result.texts().get(1)).endsWith(" wants a refill").doesNotContain("quirke");
	}

	@Example
	void thePseudonymOfAHiddenNameIsLinkedToTheOpenOne() {
		List<String> pseudonyms = new ArrayList<>(
				ScrubFixtures.pseudonymise("c", "Patient: Irma Peter", "Patient: Irm&#97; Peter")
					.pseudonyms()
					.keySet());
		assertThat(pseudonyms).hasSize(2);
		assertThat(pseudonyms.get(1)).startsWith(pseudonyms.get(0).replace("]", "_"));
	}

	@Example
	void textsThatDoNotGoOnFromEachOtherAreReadApart() {
		List<String> texts = List.of("Take 123-45", "-6789 is an offset");
		Texts joined = new Texts(texts, Set.of(1), List.of());
		assertThat(ScrubFixtures.EXAMINER.examine(joined)).allSatisfy((spans) -> assertThat(spans).hasSize(1));
		assertThat(ScrubFixtures.EXAMINER.examine(texts)).allSatisfy((spans) -> assertThat(spans).isEmpty());
	}

	private static Texts cut(String whole, List<Integer> cuts) {
		List<String> parts = new ArrayList<>();
		int from = 0;
		for (int cut : cuts.stream().map((at) -> at % whole.length()).sorted().distinct().toList()) {
			parts.add(whole.substring(from, cut));
			from = cut;
		}
		parts.add(whole.substring(from));
		return new Texts(parts, IntStream.range(1, parts.size()).boxed().collect(Collectors.toSet()), List.of());
	}

	private static String each(String text, Function<Character, String> form, String kept) {
		return text.chars()
			.mapToObj((unit) -> kept.indexOf(unit) >= 0 ? String.valueOf((char) unit) : form.apply((char) unit))
			.collect(Collectors.joining());
	}

	private static Set<Integer> letters(String text) {
		return text.codePoints().filter(Character::isLetterOrDigit).boxed().collect(Collectors.toSet());
	}

	@Provide
	Arbitrary<Integer> forms() {
		return Arbitraries.integers().between(0, FORMS.size() - 1);
	}

	@Provide
	Arbitrary<List<Integer>> cuts() {
		return Arbitraries.integers().between(1, 60).list().ofMinSize(1).ofMaxSize(6);
	}

	@Provide
	Arbitrary<String> frames() {
		return Arbitraries.of("%s", "(%s)", "* %s *", "“%s”");
	}

	@Provide
	Arbitrary<String> identifiers() {
		Arbitrary<String> digits = Arbitraries.strings().withCharRange('1', '9').ofLength(10);
		return Combinators.combine(digits,
				Arbitraries.of("%1$.3s-%2$s-%3$s", "j.q%3$s@clinic.example.org", "https://portal.example.org/p/%1$s",
						"(%4$s) %5$s-%3$s", "Susan Peterson", "Olga Hernandez", "%2$.1s/1%2$.1s/195%2$.1s"))
			.as((number, form) -> form.formatted(number, number.substring(3, 5), number.substring(5, 9),
					number.substring(1, 4), number.substring(4, 7)));
	}

}
