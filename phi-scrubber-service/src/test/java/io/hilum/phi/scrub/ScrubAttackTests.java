package io.hilum.phi.scrub;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * Texts made to stop a scrubber: each must not take much longer than as much of anything
 * else.
 */
class ScrubAttackTests {

	private static final int SIZE = 100_000;

	private static final Duration BOUND = Duration.ofSeconds(5);

	@ParameterizedTest
	@ValueSource(strings = { "1", "@", "a", "a.a.a", " Mr Mr Mr", "a@", "1-", "1/1/", "1 ", "( ", "[NAME_", "\"a\":",
			"\"", "Mary ", "Mary Smith, ", "J. ", "MRN ", "MRN: ", "no. ", "St. ", "of ", "de la ", " at dot", "::",
			"a:", "^", "PID|", "|~", "Jan ", "1 Jan ", "O'", "Smith-", "New York ", "12 Main ", "+1 ", "4111 ", "é",
			"\n", "# ", "(01)", "hospital ", "Mercy Hospital ", "xxx-xx-", "last four ", "😀", "%", "Dr. ", "wife ",
			"https://", "&#73;", "%49+", "+", "\\u0049", "аa", "а", "\u200B", "¹", "QUJD", "QUJDRUZHSElK-", "&", "%",
			"&amp;" })
	void takesNoLongerThanAnyOtherText(String piece) {
		String text = piece.repeat(SIZE / piece.length());
		ScrubResult result = assertTimeoutPreemptively(BOUND,
				() -> ScrubFixtures.SCRUBBER.scrub(List.of(text), "c", ScrubMode.PSEUDONYMISE));
		ScrubResult.Scrubbed scrubbed = (ScrubResult.Scrubbed) result;
		assertThat(scrubbed.texts().getFirst().length()).isPositive();
	}

}
