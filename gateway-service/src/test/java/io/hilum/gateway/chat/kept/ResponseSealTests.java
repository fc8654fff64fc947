package io.hilum.gateway.chat.kept;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;

import io.hilum.gateway.chat.answer.Originals;
import io.hilum.gateway.phi.Form;
import io.hilum.gateway.phi.Restorer;
import io.hilum.trust.text.PhiText;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ResponseSeal} and {@link KeptJson}.
 */
class ResponseSealTests {

	private static final int MAX = 4096;

	private final ResponseSeal seal = new ResponseSeal(new byte[32], MAX);

	@Example
	void tellsItsCallerWhatWasSealed() {
		KeptResponse response = response(Map.of("[NAME_7KQ2]", PhiText.of("Irma \"Zoë\" Peter 😀")));
		String id = this.seal.seal(response, "iss|amelia");
		assertThat(id).matches("resp_[A-Za-z0-9_-]+").doesNotContain("resp_held_by_azure");
		KeptResponse opened = this.seal.open(id, "iss|amelia").orElseThrow();
		assertThat(opened.id()).isEqualTo("resp_held_by_azure");
		assertThat(opened.provider()).isEqualTo("azure-east");
		assertThat(opened.model()).isEqualTo("gpt-4o");
		assertThat(opened.conversation()).isEqualTo("c1");
		assertThat(opened.originals().functionNames()).isEqualTo(Map.of("chart_NAME_1", "chart_irma"));
		assertThat(opened.originals().contentForm()).isEqualTo(Form.JSON);
		assertThat(opened.originals().restorer().restore("for [NAME_7KQ2]", Form.TEXT))
			.isEqualTo("for Irma \"Zoë\" Peter 😀");
	}

	@Property(tries = 200)
	void tellsNobodyElse(@ForAll @StringLength(max = 40) String other) {
		String id = this.seal.seal(response(Map.of()), "iss|amelia");
		assertThat(this.seal.open(id, other)).isEmpty();
		assertThat(new ResponseSeal(new byte[] { 1 }, MAX).open(id, "iss|amelia")).isEmpty();
	}

	@Property(tries = 300)
	void takesNothingThatWasAltered(@ForAll @IntRange(min = 5, max = 200) int at, @ForAll char sign) {
		StringBuilder id = new StringBuilder(this.seal.seal(response(Map.of()), "iss|amelia"));
		int place = Math.min(at, id.length() - 2);
		boolean same = id.charAt(place) == sign;
		id.setCharAt(place, sign);
		assertThat(this.seal.open(id.toString(), "iss|amelia").isPresent()).isEqualTo(same);
	}

	@Property(tries = 200)
	void takesNothingThatIsNoId(@ForAll String text) {
		assertThat(this.seal.open(text, "iss|amelia")).isEmpty();
		assertThat(this.seal.open("resp_" + text, "iss|amelia")).isEmpty();
	}

	@Example
	void leavesOutWhatFindsNoRoomButNeverSaysSomethingElse() {
		Map<String, PhiText> many = new HashMap<>();
		SecureRandom random = new SecureRandom();
		for (int i = 0; i < 2000; i++) {
			many.put("[NAME_" + Integer.toString(i, 36).toUpperCase(java.util.Locale.ROOT) + "X]",
					PhiText.of(Long.toString(random.nextLong(), 36)));
		}
		String id = this.seal.seal(response(many), "iss|amelia");
		assertThat(id.length()).isLessThanOrEqualTo(MAX);
		Map<String, PhiText> left = this.seal.open(id, "iss|amelia").orElseThrow().originals().restorer().pseudonyms();
		assertThat(left).hasSizeBetween(50, 1999);
		left.forEach((name, text) -> assertThat(text.reveal()).isEqualTo(revealed(many, name)));
	}

	private static String revealed(Map<String, PhiText> many, String name) {
		PhiText text = many.get(name);
		assertThat(text).isNotNull();
		return (text != null) ? text.reveal() : "";
	}

	private static KeptResponse response(Map<String, PhiText> pseudonyms) {
		return new KeptResponse("resp_held_by_azure", "azure-east", "gpt-4o", "c1",
				new Originals(Restorer.of(pseudonyms), Map.of("chart_NAME_1", "chart_irma"), Form.JSON));
	}

}
