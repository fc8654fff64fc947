package io.hilum.gateway.chat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.hilum.gateway.chat.answer.Originals;
import io.hilum.gateway.chat.kept.KeptResponse;
import io.hilum.gateway.phi.Form;
import io.hilum.gateway.phi.Restorer;
import io.hilum.gateway.phi.ScrubOrder.KnownIdentity;
import io.hilum.trust.text.PhiText;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link KnownBefore}.
 */
class KnownBeforeTests {

	private static final KnownIdentity OWN = new KnownIdentity("MRN", PhiText.of("964741"));

	@Test
	void addsWhoWasTakenOutOfTheTurnsBefore() {
		KeptResponse previous = previous(
				Map.of("[NAME_7KQ2_M4TX]", PhiText.of("Irma Peter"), "[HEALTH_PLAN_9WRA]", PhiText.of("W123456789"),
						"[DATE_9WRB]", PhiText.of("10/20/2023"), "5/21/2024", PhiText.of("3/12/2024")));
		assertThat(KnownBefore.and(List.of(OWN), previous)).containsExactlyInAnyOrder(OWN,
				new KnownIdentity("NAME", PhiText.of("Irma Peter")),
				new KnownIdentity("HEALTH_PLAN", PhiText.of("W123456789")));
	}

	@Test
	void addsNoMoreThanTheScrubberTakes() {
		Map<String, PhiText> many = IntStream.range(0, 400)
			.boxed()
			.collect(Collectors.toMap((i) -> "[NAME_" + i + "]", (i) -> PhiText.of("name " + i)));
		assertThat(KnownBefore.and(List.of(OWN), previous(many))).hasSize(256).contains(OWN);
		assertThat(KnownBefore.and(List.of(), previous(Map.of("[NAME_2]", PhiText.of("x".repeat(300)))))).isEmpty();
	}

	@Test
	void addsNothingToAFirstTurn() {
		assertThat(KnownBefore.and(List.of(OWN), null)).containsExactly(OWN);
	}

	private static KeptResponse previous(Map<String, PhiText> taken) {
		return new KeptResponse("r1", "azure", "gpt-4o", "c1", new Originals(Restorer.of(taken), Map.of(), Form.TEXT));
	}

}
