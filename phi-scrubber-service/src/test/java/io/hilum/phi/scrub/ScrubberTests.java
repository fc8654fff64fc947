package io.hilum.phi.scrub;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.hilum.phi.detect.EntityType;
import org.junit.jupiter.api.Test;

import static io.hilum.phi.scrub.ScrubFixtures.SCRUBBER;
import static io.hilum.phi.scrub.ScrubFixtures.pseudonymise;
import static io.hilum.phi.scrub.ScrubFixtures.restore;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Scrubber}.
 */
class ScrubberTests {

	private static final String NOTE = "Irma Peter, MRN 964741, was seen on 10/20/2023.";

	@Test
	void takesIdentifiersOutAndPutsThemBack() {
		ScrubResult.Scrubbed result = pseudonymise("c1", NOTE, "When was Ms. Peter seen?");
		assertThat(result.texts()).noneMatch((text) -> text.contains("Peter") || text.contains("964741"));
		assertThat(result.counts()).isEqualTo(Map.of(EntityType.NAME, 2, EntityType.MRN, 1, EntityType.DATE, 1));
		assertThat(restore(result.texts().getFirst(), result.pseudonyms())).isEqualTo(NOTE);
	}

	@Test
	void givesTheSameAnswerForTheSameConversation() {
		assertThat(pseudonymise("c1", NOTE)).isEqualTo(pseudonymise("c1", NOTE));
	}

	@Test
	void givesNothingInCommonToAnotherConversation() {
		assertThat(pseudonymise("c1", NOTE).pseudonyms().keySet())
			.doesNotContainAnyElementsOf(pseudonymise("c2", NOTE).pseudonyms().keySet());
	}

	@Test
	void keepsPseudonymsWhenTheHistoryIsCut() {
		Map<String, String> whole = pseudonymise("c1", NOTE, "Her husband Karl Peter called.", "Ms. Peter agreed.")
			.pseudonyms();
		assertThat(whole).containsAllEntriesOf(pseudonymise("c1", "Ms. Peter agreed.").pseudonyms());
		assertThat(whole).containsAllEntriesOf(pseudonymise("c1", "Her husband Karl Peter called.").pseudonyms());
	}

	@Test
	void findsTheNameOfOneTextInAllOthers() {
		ScrubResult.Scrubbed result = pseudonymise("c1", "Patient: Odalys Quirke", "quirke wants a refill",
				"{\"q\":\"Odalys\"}");
		assertThat(String.join(" ", result.texts())).doesNotContainIgnoringCase("quirke")
			.doesNotContainIgnoringCase("odalys");
	}

	@Test
	void keepsTheDiseaseOfAPatientWhoIsCalledLikeIt() {
		String text = "Ms. Parkinson has Parkinson's disease.";
		assertThat(pseudonymise("c1", text).texts().getFirst()).endsWith(" has Parkinson's disease.")
			.doesNotContain("Ms. Parkinson");
	}

	@Test
	void redactsForGood() {
		ScrubResult.Scrubbed result = (ScrubResult.Scrubbed) SCRUBBER.scrub(List.of(NOTE), "c1", ScrubMode.REDACT);
		assertThat(result.texts()).containsExactly("[NAME], MRN [MRN], was seen on [DATE].");
		assertThat(result.pseudonyms()).isEmpty();
	}

	@Test
	void blocksWhatHoldsIdentifiers() {
		assertThat(SCRUBBER.scrub(List.of(NOTE), "c1", ScrubMode.BLOCK))
			.isEqualTo(new ScrubResult.Blocked(Map.of(EntityType.NAME, 1, EntityType.MRN, 1, EntityType.DATE, 1)));
	}

	@Test
	void letsTextWithoutIdentifiersThroughInEveryMode() {
		List<String> texts = List.of("What is the dose of metformin in stage 3 CKD?", "");
		for (ScrubMode mode : ScrubMode.values()) {
			assertThat(SCRUBBER.scrub(texts, "c1", mode))
				.isEqualTo(new ScrubResult.Scrubbed(texts, Map.of(), Map.of()));
		}
	}

	@Test
	void neverIssuesWhatTheTextHoldsAlready() {
		String issued = pseudonymise("c1", "MRN 964741").pseudonyms().keySet().iterator().next();
		String planted = issued + " and " + issued.toLowerCase(Locale.ROOT) + " MRN 964741";
		ScrubResult.Scrubbed result = pseudonymise("c1", planted);
		assertThat(result.pseudonyms()).doesNotContainKey(issued).hasSize(1);
		assertThat(result.pseudonyms().keySet().iterator().next()).startsWith(issued.replace("]", ""));
		assertThat(result.texts().getFirst()).startsWith(issued);
		assertThat(restore(result.texts().getFirst(), result.pseudonyms())).isEqualTo(planted);
	}

}
