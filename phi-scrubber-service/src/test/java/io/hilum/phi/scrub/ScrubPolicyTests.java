package io.hilum.phi.scrub;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.known.Identity;
import io.hilum.phi.scrub.ScrubPolicy.TypeRule;
import org.junit.jupiter.api.Test;

import static io.hilum.phi.scrub.ScrubFixtures.SCRUBBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ScrubPolicy} and what {@link Scrubber} makes of it.
 */
class ScrubPolicyTests {

	private static final String NOTE = "Irma Peter, MRN 964741, was seen on 10/20/2023 and 10/27/2023.";

	@Test
	void treatsEachTypeAsThePolicySays() {
		ScrubResult.Scrubbed result = scrub(new ScrubPolicy(ScrubMode.PSEUDONYMISE, 0, Map.of(EntityType.NAME,
				new TypeRule(ScrubMode.REDACT, null), EntityType.DATE, new TypeRule(ScrubMode.ALLOW, null))));
		assertThat(result.texts().getFirst()).startsWith("[NAME], MRN [MRN_")
			.endsWith(", was seen on 10/20/2023 and 10/27/2023.");
		assertThat(result.kept()).isEqualTo(Map.of(EntityType.DATE, 2));
		assertThat(result.counts()).isEqualTo(Map.of(EntityType.NAME, 1, EntityType.MRN, 1));
		assertThat(result.pseudonyms()).hasSize(1);
	}

	@Test
	void blocksForTheTypesThatAreBlockedAlone() {
		ScrubPolicy policy = new ScrubPolicy(ScrubMode.PSEUDONYMISE, 0,
				Map.of(EntityType.MRN, new TypeRule(ScrubMode.BLOCK, null)));
		assertThat(SCRUBBER.scrub(Texts.of(List.of(NOTE)), "c", policy))
			.isEqualTo(new ScrubResult.Blocked(Map.of(EntityType.MRN, 1)));
		assertThat(SCRUBBER.scrub(Texts.of(List.of("Irma Peter called.")), "c", policy))
			.isInstanceOf(ScrubResult.Scrubbed.class);
	}

	@Test
	void countsFromTheThresholdOn() {
		assertThat(
				scrub(new ScrubPolicy(ScrubMode.REDACT, 0, Map.of(EntityType.NAME, new TypeRule(null, 0.9)))).counts())
			.containsKey(EntityType.MRN)
			.doesNotContainKey(EntityType.NAME);
		assertThat(scrub(new ScrubPolicy(ScrubMode.REDACT, 0.9, Map.of(EntityType.NAME, new TypeRule(null, 0.0))))
			.counts()).containsOnlyKeys(EntityType.MRN, EntityType.NAME);
		assertThatIllegalArgumentException().isThrownBy(() -> new ScrubPolicy(ScrubMode.REDACT, 0.95, Map.of()));
		assertThatIllegalArgumentException().isThrownBy(() -> new TypeRule(null, Double.NaN));
	}

	@Test
	void shiftsDatesAndPseudonymisesTheRest() {
		ScrubResult.Scrubbed result = scrub(ScrubPolicy.of(ScrubMode.SHIFT_DATES));
		assertThat(result.texts().getFirst())
			.matches("\\[NAME_.+], MRN \\[MRN_.+], was seen on \\d\\d/\\d\\d/\\d{4} and \\d\\d/\\d\\d/\\d{4}\\.")
			.doesNotContain("10/20/2023");
		String restored = ScrubFixtures.restore(result.texts().getFirst(), result.pseudonyms());
		assertThat(Pattern.compile("\\d\\d/\\d\\d/\\d{4}")
			.matcher(restored)
			.replaceAll((date) -> result.dates().getOrDefault(date.group(), "?"))).isEqualTo(NOTE);
		assertThat(result.dates()).containsValues("2023-10-20", "October 20, 2023");
		assertThat(result.counts()).containsEntry(EntityType.DATE, 2);
	}

	@Test
	void namesADateThatCannotBeShifted() {
		ScrubResult.Scrubbed result = (ScrubResult.Scrubbed) SCRUBBER.scrub(List.of("Seen in May 2024."), "c",
				ScrubMode.SHIFT_DATES);
		assertThat(result.texts().getFirst()).matches("Seen in \\[DATE_.+]\\.");
		assertThat(result.pseudonyms()).containsValue("May 2024");
	}

	@Test
	void findsIdentitiesThatCameWithTheRequest() {
		List<Identity> identities = List.of(new Identity(EntityType.NAME, "Will Quorl"),
				new Identity(EntityType.MRN, "55-12"));
		ScrubResult.Scrubbed result = (ScrubResult.Scrubbed) SCRUBBER.scrub(
				new Texts(List.of("quorl came; 5512 said so", "a long stay"), Set.of(), identities), "c",
				ScrubPolicy.of(ScrubMode.REDACT));
		assertThat(result.texts()).containsExactly("[NAME] came; [MRN] said so", "a long stay");
	}

	@Test
	void findsTheNumberOfOneTextInAllOthers() {
		ScrubResult.Scrubbed result = (ScrubResult.Scrubbed) SCRUBBER
			.scrub(List.of("PID|1||964741^^^MRN||PETER^IRMA", "is 964741 due? irma asks"), "c", ScrubMode.REDACT);
		assertThat(result.texts().get(1)).isEqualTo("is [MRN] due? [NAME] asks");
	}

	@Test
	void saysWhy() {
		List<Preview> previews = SCRUBBER.preview(List.of("MRN 964741, MRN 9&#54;4742"), "c");
		assertThat(previews.getFirst().findings()).extracting(Reasons::of)
			.containsExactly("A phrase before it announces an identifier",
					"A phrase before it announces an identifier, once its hidden form is read");
	}

	private static ScrubResult.Scrubbed scrub(ScrubPolicy policy) {
		return (ScrubResult.Scrubbed) SCRUBBER.scrub(Texts.of(List.of(NOTE)), "c", policy);
	}

}
