package io.hilum.agents.agent.coding;

import java.util.List;

import io.hilum.agents.agent.Agent;
import io.hilum.agents.agent.Brief;
import io.hilum.agents.agent.Conclusion;
import io.hilum.agents.code.CodeSets;
import io.hilum.agents.evidence.Evidence;
import io.hilum.agents.tool.ToolDefinition;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/**
 * Proposes ICD-10-CM codes, each with the sentence of the note that supports it. A code
 * that is not in the code set, or whose sentence is not in the note, is left out.
 */
@Component
class CodingAgent implements Agent {

	private static final String TASK = """
			You are a medical coder. Propose the ICD-10-CM diagnosis codes that the note of the user supports. Look up \
			every code with lookup_icd10cm before you propose it, and take the most specific billable one that the note \
			supports. For each code quote the one sentence of the note that supports it, word by word. Do not code what \
			is denied, ruled out, suspected or only in the family history. The record of the patient (read_…, if there is one) helps to understand the \
			note, but supports no code by itself. Name what the note says that you found no code for.""";

	private static final ToolDefinition SUBMISSION = ToolDefinition.reading("submit_codes",
			"Hand in the codes that the note supports", """
					{"type":"object","additionalProperties":false,"required":["codes","not_found"],"properties":{
					"codes":{"type":"array","maxItems":50,"items":{"type":"object","additionalProperties":false,
					"required":["code","sentence"],"properties":{
					"code":{"type":"string","minLength":3,"maxLength":8},
					"sentence":{"type":"string","minLength":1,"maxLength":2000,
					"description":"the sentence of the note, word by word"}}}},
					"not_found":{"type":"array","maxItems":30,"items":{"type":"string","maxLength":500},
					"description":"what the note says that has no code here"}}}""");

	private static final Brief BRIEF = Brief.of("agent/coding", TASK,
			List.of("lookup_icd10cm", "read_encounters", "read_conditions"), SUBMISSION);

	private final CodeCheck check;

	CodingAgent(CodeSets sets) {
		this.check = new CodeCheck(sets);
	}

	@Override
	public Brief brief() {
		return BRIEF;
	}

	@Override
	public Conclusion conclude(JsonNode submission, Evidence evidence) {
		return CodingReport.of(this.check.all(submission.path("codes"), evidence), submission.path("not_found"));
	}

}
