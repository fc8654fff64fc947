package io.hilum.phi.detect.known;

import java.util.List;

import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link KnownIdentifiers} and {@link Phrases}.
 */
class KnownIdentifiersTests {

	@ParameterizedTest
	@ValueSource(strings = { "123-45-6789", "123456789", "123 45 6789", "12-3456789", "123.45.6789" })
	void findsANumberHoweverItIsGrouped(String written) {
		String text = "see " + written + " there";
		List<Span> spans = given(EntityType.SSN, "123-45-6789").search(new Document(text));
		assertThat(spans).isNotEmpty().allSatisfy((span) -> {
			assertThat(text.substring(span.start(), span.end())).isEqualTo(written);
			assertThat(span.type()).isEqualTo(EntityType.SSN);
			assertThat(span.detector()).isEqualTo("identity");
		});
	}

	@Test
	void findsNoOtherNumber() {
		assertThat(given(EntityType.SSN, "123-45-6789").search(new Document("1234567890, 12345678, 0123456789")))
			.isEmpty();
		assertThat(given(EntityType.OTHER_ID, "12").search(new Document("2 of 12 or 3"))).hasSize(1);
	}

	@Test
	void findsAPhraseInAnyCase() {
		String text = "WILL LONG will, long ago, say so";
		assertThat(given(EntityType.NAME, "Will Long").search(new Document(text)))
			.extracting((span) -> text.substring(span.start(), span.end()))
			.containsExactly("WILL LONG", "will, long");
	}

	@Test
	void findsWhatWasSurelyFoundElsewhere() {
		Document found = new Document("MRN 96-4741");
		List<Span> spans = List.of(new Span(4, 11, EntityType.MRN, 0.9, "cue"));
		assertThat(new KnownIdentifiers(List.of(), List.of(found), List.of(spans)).search(new Document("964741?")))
			.containsExactly(new Span(0, 6, EntityType.MRN, 0.85, "propagation"));
		List<Span> unsure = List.of(new Span(4, 11, EntityType.MRN, 0.8, "cue"));
		assertThat(new KnownIdentifiers(List.of(), List.of(found), List.of(unsure)).search(new Document("964741?")))
			.isEmpty();
	}

	@Test
	void keepsTheLongestPhrase() {
		Phrases<String> phrases = new Phrases<>();
		assertThat(phrases.add("North Ward", "a")).isTrue();
		assertThat(phrases.add("north ward 5", "b")).isTrue();
		assertThat(phrases.add(" - ", "c")).isFalse();
		assertThat(phrases.add("x ".repeat(17), "d")).isFalse();
		StringBuilder found = new StringBuilder();
		phrases.search(new Document("North Ward 5 and north-ward 6"), (first, end, value) -> found.append(value));
		assertThat(found).hasToString("ba");
	}

	private static KnownIdentifiers given(EntityType type, String value) {
		return new KnownIdentifiers(List.of(new Identity(type, value)), List.of(), List.of());
	}

}
