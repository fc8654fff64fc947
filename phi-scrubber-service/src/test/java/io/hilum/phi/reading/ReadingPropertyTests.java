package io.hilum.phi.reading;

import java.util.ArrayList;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds of {@link Reading} for every text.
 */
class ReadingPropertyTests {

	@Property(tries = 500)
	void stretchesNeverGoBackwards(@ForAll("texts") String text) {
		Reading.of(text).ifPresent((reading) -> {
			int start = 0;
			int end = 0;
			for (int unit = 0; unit < reading.text().length(); unit++) {
				assertThat(reading.start(unit)).isGreaterThanOrEqualTo(start).isLessThan(reading.end(unit));
				assertThat(reading.end(unit)).isGreaterThanOrEqualTo(end).isLessThanOrEqualTo(text.length());
				start = reading.start(unit);
				end = reading.end(unit);
			}
		});
	}

	@Property(tries = 500)
	void whatIsNoHiddenFormComesFromItself(@ForAll("texts") String text) {
		Reading.of(text).ifPresent((reading) -> {
			for (int unit = 0; unit < reading.text().length(); unit++) {
				if (reading.end(unit) - reading.start(unit) == 1 && text.charAt(reading.start(unit)) < 128
						&& text.charAt(reading.start(unit)) != '+') {
					assertThat(reading.text().charAt(unit)).isEqualTo(text.charAt(reading.start(unit)));
				}
			}
		});
	}

	@Property(tries = 300)
	void eachDisguiseOfAWordLeadsBackToAllOfIt(@ForAll("disguised") List<String> pieces) {
		String text = "see " + String.join("", pieces) + " now";
		Reading reading = Reading.of(text).orElseThrow();
		assertThat(reading.text()).isEqualTo("see Peter now");
		int start = 4;
		for (int i = 0; i < pieces.size(); i++) {
			assertThat(reading.start(4 + i)).isEqualTo(start);
			start += pieces.get(i).length();
			assertThat(reading.end(4 + i)).isEqualTo(start);
		}
	}

	@Property(tries = 300)
	void growsNoMoreThanItsLongestForm(@ForAll("texts") String text) {
		assertThat(Reading.plain(text).length()).isLessThanOrEqualTo(4 * text.length());
	}

	@Property(tries = 300)
	void takesAnyText(@ForAll String text) {
		assertThat(Reading.plain(text)).isNotNull();
	}

	/** Each letter of Peter in some hidden form, the first never as itself. */
	@Provide
	Arbitrary<List<String>> disguised() {
		Arbitrary<String> first = Arbitraries.of("&#80;", "&#x50;", "%50", "\\u0050", "\\x50", "Ｐ", "𝐏", "%2550",
				"&amp;#80;");
		Arbitrary<List<Integer>> forms = Arbitraries.integers().between(0, 4).list().ofSize(4);
		return Combinators.combine(first, forms).as((head, tail) -> {
			List<String> pieces = new ArrayList<>(List.of(head));
			for (int i = 0; i < tail.size(); i++) {
				pieces.add(form("eter".charAt(i), tail.get(i)));
			}
			return pieces;
		});
	}

	private static String form(char letter, int form) {
		return switch (form) {
			case 0 -> String.valueOf(letter);
			case 1 -> "&#" + (int) letter + ";";
			case 2 -> "%%%02x".formatted((int) letter);
			case 3 -> "\\u%04x".formatted((int) letter);
			default -> String.valueOf((char) (letter + 0xFEE0));
		};
	}

	@Provide
	Arbitrary<String> texts() {
		return Arbitraries
			.of("Irma", " ", "%49", "%C3", "%B1", "+", "&", "&amp;", "#73;", "&#73", ";", "\\", "\\u0049", "n", "а",
					"é", "😀", "\u200B", "\u0336", "９", "㎎", "ﬃ", "²", "10", "SXJtYSBQZXRlcg", "SXJtYSBQZXRlcg==",
					"SXJtYSBQZXRlcg", "\n", "%2", "5", "-", "Ⅷ", "U1hKdFlTQlFaWFJsY2c9PQ==")
			.list()
			.ofMaxSize(20)
			.map((pieces) -> String.join("", pieces));
	}

}
