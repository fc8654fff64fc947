package io.hilum.routing.policy.cel;

import java.util.List;

import io.hilum.routing.policy.Circumstances;
import io.hilum.routing.policy.Facts;
import io.hilum.routing.policy.Facts.Route;
import io.hilum.trust.context.PhiState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link CelConditions}.
 */
class CelConditionsTests {

	private static final Facts FACTS = new Facts(List.of("Clinician", "Research"),
			new Route("gpt-4o", "claude", "anthropic", "us-east-1", "baa"), PhiState.RAW,
			new Circumstances("treatment", "portal", "icu", "10.1.2.3", 22, 7));

	private final CelConditions conditions = new CelConditions();

	@ParameterizedTest
	@ValueSource(strings = { "true", "phi == 'raw'", "'Research' in roles", "!('Billing' in roles)",
			"purpose in ['treatment', 'payment']", "network.inside('10.0.0.0/8')", "!network.inside('10.2.0.0/16')",
			"hour >= 20 || hour < 6", "weekday in [6, 7]", "requested == 'gpt-4o' && model != 'gpt-4o'" })
	void holds(String text) {
		assertThat(this.conditions.compile(text).holds(FACTS)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "false", "phi == 'deidentified'", "'Billing' in roles", "agreement == ''",
			"provider == 'azure' || region == 'eu'", "network.inside('2001:db8::/32')", "hour == 6", "team in []" })
	void doesNotHold(String text) {
		assertThat(this.conditions.compile(text).holds(FACTS)).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "colour == 'red'|undeclared reference to 'colour'", "hour == 'six'|no matching overload",
					"purpose|expected type 'bool'", "phi ==|mismatched input",
					"purpose.startsWith('t')|'startsWith' is not offered", "roles.exists(r, r == 'A')|exists",
					"purpose == team|a variable and a fixed value", "purpose < 'x'|cannot be compared",
					"network.inside('10/8/3')|no range of addresses", "network.inside(team)|network.inside(",
					"team.inside('10.0.0.0/8')|network.inside(", "roles == ['A']|a variable and a fixed value",
					"hour + 1 == 2|a variable and a fixed value", "size(roles) > 1|a variable and a fixed value" })
	void refusesWhatItCannotCheckBeforehand(String text, String reason) {
		assertThatExceptionOfType(ConditionException.class).isThrownBy(() -> this.conditions.compile(text))
			.satisfies((refused) -> assertThat(refused.getMessage()).containsIgnoringCase(reason));
	}

	@Test
	void knowsTheLineOfAMistake() {
		assertThatExceptionOfType(ConditionException.class)
			.isThrownBy(() -> this.conditions.compile("hour > 1 &&\n weekday < 3 &&\n color == 'x'"))
			.satisfies((refused) -> assertThat(refused.line()).isEqualTo(3));
		assertThatExceptionOfType(ConditionException.class)
			.isThrownBy(() -> this.conditions.compile("hour > 1 &&\n purpose.size() == 3"))
			.satisfies((refused) -> assertThat(refused.line()).isEqualTo(2));
	}

	@Test
	void refusesWhatIsTooLong() {
		String text = "hour == 1" + " || hour == 1".repeat(400);
		assertThatExceptionOfType(ConditionException.class).isThrownBy(() -> this.conditions.compile(text));
	}

	@Test
	void knowsWhatItComparesWith() {
		assertThat(this.conditions.compile("purpose in ['a', 'b'] && 'c' != purpose && 'X' in roles && hour < 6")
			.vocabulary()
			.values()).containsOnlyKeys("purpose", "roles", "hour")
			.hasEntrySatisfying("purpose", (values) -> assertThat(values).containsExactlyInAnyOrder("a", "b", "c"));
	}

}
