package io.hilum.agents.agent.billing;

import io.hilum.agents.agent.Conclusion;
import io.hilum.agents.code.CodeSets;
import io.hilum.agents.evidence.Evidence;
import io.hilum.agents.evidence.Source;
import io.hilum.agents.tool.Arguments;
import io.hilum.trust.text.PhiText;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BillingAgent}.
 */
class BillingAgentTests {

	private static final String NOTE = "Denied with CO-50: not deemed a medical necessity. Obstructive sleep apnea. "
			+ "No heart failure.";

	private final BillingAgent agent = new BillingAgent(new ClaimCodes(CodeSets.of("")));

	@Test
	void checksEachCodeWhateverTheModelSays() {
		Conclusion conclusion = conclude("""
				{"statements":[{"text":"The payer says that it was not deemed a medical necessity.",
				"quotes":[{"source":"note","quote":"not deemed a medical necessity"}]}],
				"codes":[{"system":"ICD10CM","code":"G4733","sentence":"Obstructive sleep apnea."},
				{"system":"ICD10CM","code":"I50.9","sentence":"No heart failure."},
				{"system":"ICD10CM","code":"I50","sentence":""},
				{"system":"HCPCS","code":"E0601","sentence":""},
				{"system":"HCPCS","code":"<b>E9</b>","sentence":"CPAP was ordered."}],
				"not_found":["the date of the sleep study"]}""");
		assertThat(conclusion.kept()).isEqualTo(1);
		assertThat(conclusion.text().reveal())
			.contains("G47.33 Obstructive sleep apnea (adult) (pediatric): borne out by a sentence of the note",
					"I50.9 Heart failure, unspecified: the sentence denies it or is uncertain",
					"I50 Heart failure: a category",
					"E0601 Continuous positive airway pressure (cpap) device: no sentence of the note bears it out",
					"a code that is none: not in the excerpt", "the date of the sleep study")
			.doesNotContain("<b>");
	}

	@Test
	void bearsOutCodesByTheNoteAloneAndSaysSo() {
		Evidence evidence = new Evidence();
		evidence.add(new Source(Source.NOTE, PhiText.of("What the user wrote"), PhiText.of(NOTE)));
		evidence.add(new Source("condition/abcdefghij", PhiText.of("Record, condition"),
				PhiText.of("code: Essential hypertension\n")));
		Conclusion conclusion = conclude("""
				{"statements":[{"text":"The record names essential hypertension.",
				"quotes":[{"source":"condition/abcdefghij","quote":"Essential hypertension"}]}],
				"codes":[{"system":"ICD10CM","code":"I10","sentence":"Essential hypertension"}],"not_found":[]}""",
				evidence);
		assertThat(conclusion.kept()).isEqualTo(1);
		assertThat(conclusion.text().reveal()).contains("the sentence that the model quotes is not in the note");
		assertThat(this.agent.brief().instructions()).contains("a code is borne out by a sentence of the note alone");
	}

	@Test
	void explainsNothingThatNobodyWrote() {
		Conclusion conclusion = conclude("""
				{"statements":[{"text":"CO-97 means that it is included in another service.",
				"quotes":[{"source":"note","quote":"included in another service"}]}],"codes":[],"not_found":[]}""");
		assertThat(conclusion.dropped()).containsExactly("quote_not_in_source");
		assertThat(conclusion.text().reveal()).doesNotContain("CO-97");
	}

	private Conclusion conclude(String handedIn) {
		Evidence evidence = new Evidence();
		evidence.add(new Source(Source.NOTE, PhiText.of("What the user wrote"), PhiText.of(NOTE)));
		return conclude(handedIn, evidence);
	}

	private Conclusion conclude(String handedIn, Evidence evidence) {
		JsonNode submission = new Arguments(this.agent.brief().submission(), 64_000).read(handedIn);
		return this.agent.conclude(submission, evidence);
	}

}
