package io.hilum.gateway.patient;

import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.hilum.gateway.phi.ScrubOrder.KnownIdentity;
import io.hilum.trust.text.PhiText;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for {@link PatientTokens}.
 */
class PatientTokensTests {

	private static final PatientTokens TOKENS = tokens(1);

	@ParameterizedTest
	@ValueSource(strings = { "96-4741a", "0096 4741 A", " 964741A", "９６４７４１Ａ", "#964741a" })
	void knowsANumberHoweverItIsWritten(String written) {
		assertThat(TOKENS.token("MRN", PhiText.of(written))).isEqualTo(TOKENS.token("MRN", PhiText.of("964741A")));
	}

	@Test
	void tellsNumbersTypesAndKeysApart() {
		Set<String> tokens = new HashSet<>();
		for (PatientTokens keyed : List.of(TOKENS, tokens(2))) {
			for (String type : List.of("MRN", "SSN", "HEALTH_PLAN")) {
				for (String number : List.of("1", "2", "12", "21", "A1", "0")) {
					String token = keyed.token(type, PhiText.of(number));
					assertThat(token).matches("pt_[A-Za-z0-9_-]{24}");
					tokens.add(String.valueOf(token));
				}
			}
		}
		assertThat(tokens).hasSize(36);
	}

	@Test
	void takesNoNameForAPatient() {
		assertThat(TOKENS.token("NAME", PhiText.of("Irma Peter"))).isNull();
		assertThat(TOKENS.token("MRN", PhiText.of(" - "))).isNull();
		assertThat(TOKENS.of(List.of(new KnownIdentity("NAME", PhiText.of("Irma Peter"))),
				Map.of("[NAME_7KQ2]", PhiText.of("Irma Peter"), "[DATE_X]", PhiText.of("1/1"))))
			.isEmpty();
	}

	@Test
	void recordsNobodyWithoutAKey() {
		PatientTokens none = new PatientTokens(new PatientProperties("", List.of("Admin"), 10));
		assertThat(none.enabled()).isFalse();
		assertThat(none.token("MRN", PhiText.of("964741"))).isNull();
		assertThat(none.of(List.of(new KnownIdentity("MRN", PhiText.of("964741"))), Map.of())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "c2hvcnQ=", "no base 64" })
	void refusesAKeyThatIsNoneWithoutSayingIt(String key) {
		assertThatThrownBy(() -> new PatientTokens(new PatientProperties(key, List.of("Admin"), 10)))
			.isInstanceOf(IllegalArgumentException.class)
			.hasMessageNotContaining(key);
		assertThat(new PatientProperties(key, List.of("Admin"), 10).toString()).doesNotContain(key);
	}

	private static PatientTokens tokens(int first) {
		byte[] key = new byte[32];
		key[0] = (byte) first;
		return new PatientTokens(new PatientProperties(Base64.getEncoder().encodeToString(key), List.of("Admin"), 10));
	}

}
