package io.hilum.agents.agent.clinical;

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
 * Summarises a chart, drafts discharge letters and answers questions. Whatever it states
 * of the record has a citation that was checked, or is left out.
 */
@Component
class ClinicalAgent implements Agent {

	private static final String TASK = """
			You help clinicians: you summarise charts, draft discharge letters and answer questions about a patient. \
			Gather what you need from the note of the user, the hospital's record of the patient (read_…, if there is one), \
			its documents (search_collections) and public code sets, and calculate with the tools, never by yourself. Write statements of \
			one or two sentences. Give each the quotations that it rests on, from the note (source "note") or from what a \
			tool returned (its id). Of an entry of the record quote what it is with what it says: "code: … value: …". A letter has headings; a summary begins with what matters most. Mark general medical \
			knowledge as general: it must say nothing of this patient and have no numbers.""";

	private static final ToolDefinition SUBMISSION = ToolDefinition.reading("submit_answer",
			"Hand in the answer, statement by statement", """
					{"type":"object","additionalProperties":false,"required":["statements","not_found"],"properties":{
					"statements":%s,
					"not_found":{"type":"array","maxItems":30,"items":{"type":"string","maxLength":500},
					"description":"what was asked and is not in the record"}}}""".formatted(Statements.SCHEMA));

	private static final Brief BRIEF = Brief.of("agent/clinical", TASK,
			List.of("read_patient", "read_encounters", "read_conditions", "read_observations",
					"read_medication_requests", "file_note", "search_collections", "calculate", "convert_unit",
					"lookup_icd10cm", "lookup_ndc"),
			SUBMISSION);

	@Override
	public Brief brief() {
		return BRIEF;
	}

	@Override
	public Conclusion conclude(JsonNode submission, Evidence evidence) {
		Statements statements = new Statements(evidence);
		statements.add(submission.path("statements"));
		return statements.end(submission.path("not_found"), "Nothing that the record bears out could be said.",
				"A draft for a clinician, who decides.");
	}

}
