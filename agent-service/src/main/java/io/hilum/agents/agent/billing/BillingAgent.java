package io.hilum.agents.agent.billing;

import java.util.List;

import io.hilum.agents.agent.Agent;
import io.hilum.agents.agent.Brief;
import io.hilum.agents.agent.Conclusion;
import io.hilum.agents.agent.Statements;
import io.hilum.agents.evidence.Evidence;
import io.hilum.agents.tool.ToolDefinition;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/**
 * Explains denials and checks the codes of a claim against what is documented. Texts of
 * claim adjustment reason codes are X12's and not part of this service: it explains what
 * the remittance itself says, or what the hospital's own documents say of a code.
 */
@Component
class BillingAgent implements Agent {

	private static final String TASK = """
			You help billing staff: you explain why a payer denied or reduced a claim, and check whether the codes of a \
			claim are borne out by the note of the user. Look up every code of the claim (lookup_icd10cm, lookup_hcpcs, \
			lookup_ndc), check NPIs, and read the claim (read_claims). The record of the patient (read_…, if there is one) and the hospital's \
			documents (search_collections) bear out findings, but no code: a code is borne out by a sentence of the note alone. Texts of CARC and RARC \
			are only what the remittance or the hospital's documents say: do not recite them from memory. Write findings of \
			one or two sentences, each with the quotations that it rests on, from the note (source "note") or from what a \
			tool returned (its id). Name what would have to be documented, as general knowledge without numbers.""";

	private static final ToolDefinition SUBMISSION = ToolDefinition.reading("submit_findings",
			"Hand in the findings, one by one, and each code of the claim",
			"""
					{"type":"object","additionalProperties":false,"required":["statements","codes","not_found"],"properties":{
					"statements":%s,
					"codes":{"type":"array","maxItems":60,"items":{"type":"object","additionalProperties":false,
					"required":["system","code","sentence"],"properties":{
					"system":{"type":"string","enum":["ICD10CM","HCPCS","NDC"]},
					"code":{"type":"string","minLength":1,"maxLength":16},
					"sentence":{"type":"string","maxLength":2000,
					"description":"the sentence of the note that bears it out, word by word; empty if there is none"}}}},
					"not_found":{"type":"array","maxItems":30,"items":{"type":"string","maxLength":500}}}}"""
				.formatted(Statements.SCHEMA));

	private static final Brief BRIEF = Brief.of("agent/billing", TASK,
			List.of("read_claims", "read_patient", "read_encounters", "read_conditions", "read_observations",
					"read_medication_requests", "lookup_hcpcs", "lookup_icd10cm", "lookup_ndc", "check_npi",
					"search_collections", "convert_unit"),
			SUBMISSION);

	private final ClaimCodes codes;

	BillingAgent(ClaimCodes codes) {
		this.codes = codes;
	}

	@Override
	public Brief brief() {
		return BRIEF;
	}

	@Override
	public Conclusion conclude(JsonNode submission, Evidence evidence) {
		Statements statements = new Statements(evidence);
		statements.add(submission.path("statements"));
		String closing = this.codes.report(submission.path("codes"), evidence)
				+ "\nA finding for billing staff, who decide.";
		return statements.end(submission.path("not_found"), "Nothing that the documents bear out could be said.",
				closing);
	}

}
