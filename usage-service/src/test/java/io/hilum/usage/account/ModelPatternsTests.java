package io.hilum.usage.account;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ModelPatterns}.
 */
class ModelPatternsTests {

	@Test
	void keepsWhatIsAllowedAndNarrowsWhatIsWider() {
		List<String> allowed = List.of("gpt-4o", "claude-*");
		assertThat(ModelPatterns.within(List.of("*"), allowed)).containsExactly("gpt-4o", "claude-*");
		assertThat(ModelPatterns.within(List.of("claude-sonnet", "gpt-5"), allowed)).containsExactly("claude-sonnet");
		assertThat(ModelPatterns.within(List.of("gpt-*"), allowed)).containsExactly("gpt-4o");
		assertThat(ModelPatterns.within(List.of("o3"), allowed)).isEmpty();
		assertThat(ModelPatterns.within(List.of("a*b*"), List.of("a*"))).containsExactly("a*b*");
	}

	/**
	 * No name fits what is left that did not fit both.
	 */
	@Property(tries = 2000)
	void leavesNothingThatEitherSideForbids(@ForAll @Size(
			max = 3) List<@StringLength(min = 1, max = 4) @CharRange(from = 'a', to = 'b') @Chars('*') String> wanted,
			@ForAll @Size(max = 3) List<@StringLength(min = 1, max = 4) @CharRange(from = 'a',
					to = 'b') @Chars('*') String> allowed,
			@ForAll @StringLength(max = 6) @CharRange(from = 'a', to = 'b') String name) {
		if (fits(name, ModelPatterns.within(wanted, allowed))) {
			assertThat(fits(name, wanted)).isTrue();
			assertThat(fits(name, allowed)).isTrue();
		}
	}

	private static boolean fits(String name, List<String> patterns) {
		return patterns.stream().anyMatch((pattern) -> name.matches(pattern.replace("*", ".*")));
	}

}
