package io.hilum.phi.pseudonym;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import io.hilum.phi.detect.EntityType;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Pseudonyms}.
 */
class PseudonymsTests {

	private static final MasterSecret SECRET = MasterSecret.parse(Base64.getEncoder().encodeToString(new byte[32]));

	@Example
	void linksTheNamesOfAPerson() {
		List<Identifier> names = List.of(name("Irma Peter"), name("Peter"), name("Irma"), name("Karl Peter"));
		Pseudonyms issued = issue("c1", names);
		String family = code(issued.of(name("Peter")));
		String given = code(issued.of(name("Irma")));
		assertThat(issued.of(name("Irma Peter"))).isEqualTo("[NAME_" + family + "_" + given + "]");
		assertThat(issued.of(name("Karl Peter"))).startsWith("[NAME_" + family + "_").doesNotContain(given);
	}

	@Example
	void givesEachWritingOfANameItsOwn() {
		List<Identifier> names = List.of(name("Peter"), name("PETER"), name("peter"), name("Peter, Irma"),
				name("Irma Peter"));
		assertThat(issue("c1", names).surfaces()).hasSize(5).containsValues("Peter", "PETER", "peter");
	}

	@Property(tries = 300)
	void isInjective(@ForAll("identifiers") List<Identifier> identifiers) {
		Map<String, String> surfaces = issue("c1", identifiers).surfaces();
		Set<String> folded = new HashSet<>();
		surfaces.keySet().forEach((pseudonym) -> folded.add(pseudonym.toLowerCase(Locale.ROOT)));
		assertThat(folded).hasSize(new HashSet<>(identifiers).size());
	}

	@Property(tries = 200)
	void staysTheSameInAnyOrderAndWhenTheHistoryIsCut(@ForAll("identifiers") List<Identifier> identifiers,
			@ForAll Random random) {
		Map<String, String> whole = issue("c1", identifiers).surfaces();
		List<Identifier> shuffled = new ArrayList<>(identifiers);
		Collections.shuffle(shuffled, random);
		assertThat(issue("c1", shuffled).surfaces()).isEqualTo(whole);
		List<Identifier> rest = identifiers.subList(random.nextInt(identifiers.size()), identifiers.size());
		issue("c1", rest).surfaces()
			.forEach((pseudonym, surface) -> assertThat(whole.keySet())
				.anyMatch((other) -> other.startsWith(pseudonym.substring(0, pseudonym.length() - 1))));
	}

	@Property(tries = 200)
	void hasNothingInCommonWithAnotherConversation(@ForAll("identifiers") List<Identifier> identifiers) {
		assertThat(codes(issue("c1", identifiers))).doesNotContainAnyElementsOf(codes(issue("c2", identifiers)));
	}

	@Property(tries = 200)
	void holdsNoLetterOrDigitBecauseTheIdentifierDoes(@ForAll("identifiers") List<Identifier> identifiers) {
		Pseudonyms issued = issue("c1", identifiers);
		for (Identifier identifier : identifiers) {
			assertThat(issued.of(identifier)).matches("\\[" + identifier.type() + "(_[2-9B-DF-HJ-NP-TV-Z]+)+]");
		}
	}

	@Example
	void lengthensWhatTheTextsOfTheClientHoldInAnyWriting() {
		Identifier mrn = new Identifier(EntityType.MRN, "964741");
		String word = word(issue("c1", List.of(mrn)).of(mrn));
		String code = word.substring(4);
		for (String planted : List.of("[" + word + "]", word, word.toLowerCase(Locale.ROOT), "_" + word + "_",
				"**" + word + "**", "MRN\\_" + code, "MRN\\\\_" + code, "%5B" + word + "%5D", "MRN%5F" + code,
				"{\"a\":\"\\n" + word + "\"}", "\\u005b" + word, "MRN\\u005f" + code, "\\u004dRN_" + code,
				"\\\\u004dRN_" + code)) {
			String issued = word(
					Pseudonyms.issue(SECRET.keyOf("c1"), List.of(mrn), List.of("see " + planted + " now")).of(mrn));
			assertThat(issued).as(planted).startsWith(word).hasSizeGreaterThan(word.length());
		}
	}

	@Example
	void keepsItsLengthWhereNothingIsPlanted() {
		Identifier mrn = new Identifier(EntityType.MRN, "964741");
		String word = word(issue("c1", List.of(mrn)).of(mrn));
		for (String text : List.of("", "MRN 964741", "%", "\\", "\\u", "%5", "x" + word, word + "x", "\\u00zz_a",
				"_")) {
			assertThat(Pseudonyms.issue(SECRET.keyOf("c1"), List.of(mrn), List.of(text)).of(mrn))
				.isEqualTo("[" + word + "]");
		}
	}

	private static Pseudonyms issue(String scope, List<Identifier> identifiers) {
		return Pseudonyms.issue(SECRET.keyOf(scope), identifiers, List.of());
	}

	private static Identifier name(String surface) {
		return new Identifier(EntityType.NAME, surface);
	}

	private static String word(String pseudonym) {
		return pseudonym.substring(1, pseudonym.length() - 1);
	}

	private static String code(String pseudonym) {
		return word(pseudonym).substring("NAME_".length());
	}

	private static Set<String> codes(Pseudonyms issued) {
		return issued.surfaces().keySet();
	}

	@Provide
	Arbitrary<List<Identifier>> identifiers() {
		Arbitrary<String> given = Arbitraries.of("Irma", "Karl", "Odalys", "Li", "irma", "KARL", "Zoë");
		Arbitrary<String> family = Arbitraries.of("Peter", "Quirke", "Nguyen", "O'Brien", "peter", "Smith-Jones");
		Arbitrary<String> names = Arbitraries.oneOf(given, family,
				Combinators.combine(given, family).as((first, last) -> first + " " + last),
				Combinators.combine(given, family).as((first, last) -> last + ", " + first));
		Arbitrary<Identifier> persons = names.map(PseudonymsTests::name);
		Arbitrary<Identifier> numbers = Combinators
			.combine(Arbitraries.of(EntityType.MRN, EntityType.DATE, EntityType.HEALTH_PLAN),
					Arbitraries.integers().between(1, 99_999).map(String::valueOf))
			.as(Identifier::new);
		return Arbitraries.oneOf(persons, numbers).list().uniqueElements().ofMinSize(1).ofMaxSize(30);
	}

}
