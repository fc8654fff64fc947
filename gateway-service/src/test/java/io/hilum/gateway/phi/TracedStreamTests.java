package io.hilum.gateway.phi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.hilum.trust.text.PhiText;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TracedStream} and {@link MovedPlaces}.
 */
class TracedStreamTests {

	private static final String NAME = "Irma Zoë 😀 Peter";

	private static final Restorer RESTORER = Restorer.of(Map.of("[NAME_7KQ2]", PhiText.of(NAME), "[MRN_M4TX]",
			PhiText.of("9"), "2024-03-05", PhiText.of("2023-11-20")));

	@Test
	void movesPlacesBehindAndAroundWhatWasPutBack() {
		String text = "😀 See [NAME_7KQ2]/[MRN_M4TX] (https://x.example) of 2024-03-05.";
		assertCited(text, "See ", "See ");
		assertCited(text, "[NAME_7KQ2]", NAME);
		assertCited(text, "NAME_7", NAME);
		assertCited(text, "[MRN_M4TX]", "9");
		assertCited(text, "[NAME_7KQ2]/[MRN_M4TX] ", NAME + "/9 ");
		assertCited(text, "(https://x.example)", "(https://x.example)");
		assertCited(text, "2024-03-05", "2023-11-20");
		assertCited(text, text, "😀 See " + NAME + "/9 (https://x.example) of 2023-11-20.");
	}

	@Test
	void knowsWhatIsHeldBackAsFarAsItHasCome() {
		TracedStream stream = RESTORER.traced(Form.TEXT);
		assertThat(stream.push("by NAME_7KQ2")).isEqualTo("by ");
		assertThat(stream.moved(3, false)).isEqualTo(3);
		assertThat(stream.moved(12, true)).isEqualTo(3 + length(NAME));
		assertThat(stream.push(" NAM")).isEqualTo(NAME + " ");
		assertThat(stream.moved(16, true)).isEqualTo(3 + length(NAME) + 4);
	}

	@Test
	void movesPlacesBehindTheEndAsFarAsTheEnd() {
		TracedStream stream = RESTORER.traced(Form.TEXT);
		stream.push("[MRN_M4TX] ");
		assertThat(stream.moved(100, true)).isEqualTo(91);
	}

	@Property
	void movesPlacesWhateverTheSplit(@ForAll("texts") List<Part> parts, @ForAll("cuts") List<Integer> cuts) {
		StringBuilder text = new StringBuilder();
		TracedStream stream = RESTORER.traced(Form.TEXT);
		for (Part part : parts) {
			text.append(part.masked);
		}
		StringBuilder restored = new StringBuilder();
		pieces(text.toString(), cuts).forEach((piece) -> restored.append(stream.push(piece)));
		restored.append(stream.finish());
		int at = 0;
		int moved = 0;
		for (Part part : parts) {
			assertThat(stream.moved(at, false)).isEqualTo(moved);
			at += length(part.masked);
			moved += length(part.restored);
			assertThat(stream.moved(at, true)).isEqualTo(moved);
		}
		assertThat(length(restored.toString())).isEqualTo(moved);
	}

	@Provide
	Arbitrary<List<Part>> texts() {
		return Arbitraries
			.of(new Part("[NAME_7KQ2]", NAME), new Part("[MRN_M4TX]", "9"), new Part("[name_7kq2]", NAME),
					new Part(" [NAME", " [NAME"), new Part(" ", " "), new Part(" é😀 ", " é😀 "),
					new Part(" 2024-03-05 ", " 2023-11-20 "), new Part("(x)", "(x)"), new Part("\n", "\n"))
			.list()
			.ofMaxSize(20);
	}

	@Provide
	Arbitrary<List<Integer>> cuts() {
		return Arbitraries.integers().between(1, 30).list().ofMinSize(1).ofMaxSize(20);
	}

	private static List<String> pieces(String text, List<Integer> cuts) {
		List<String> pieces = new ArrayList<>();
		int from = 0;
		for (int i = 0; from < text.length(); i++) {
			int to = Math.min(text.length(), from + cuts.get(i % cuts.size()));
			to = (to < text.length() && Character.isLowSurrogate(text.charAt(to))) ? to + 1 : to;
			pieces.add(text.substring(from, to));
			from = to;
		}
		return pieces;
	}

	private static void assertCited(String text, String cited, String expected) {
		TracedStream stream = RESTORER.traced(Form.TEXT);
		String restored = stream.push(text) + stream.finish();
		int start = text.codePointCount(0, text.indexOf(cited));
		int from = stream.moved(start, false);
		int to = stream.moved(start + length(cited), true);
		assertThat(restored.substring(restored.offsetByCodePoints(0, from), restored.offsetByCodePoints(0, to)))
			.isEqualTo(expected);
	}

	private static int length(String text) {
		return text.codePointCount(0, text.length());
	}

	/**
	 * A part of a text before and after.
	 */
	private record Part(String masked, String restored) {
	}

}
