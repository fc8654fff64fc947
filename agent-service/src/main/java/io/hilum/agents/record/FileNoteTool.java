package io.hilum.agents.record;

import io.hilum.agents.agent.Conclusion;
import io.hilum.agents.agent.Statements;
import io.hilum.agents.mandate.RecordAccess;
import io.hilum.agents.record.RecordFiler.Note;
import io.hilum.agents.tool.Tool;
import io.hilum.agents.tool.ToolDefinition;
import io.hilum.agents.tool.ToolRefusal;
import io.hilum.agents.tool.ToolResult;
import io.hilum.agents.tool.ToolUse;
import io.hilum.trust.text.PhiText;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Files a drafted note in the record of the run's patient. What is filed is written as an
 * answer is: out of statements that the check lets through, and of nothing else that the
 * model says. A person sees all of it before.
 */
@Component
class FileNoteTool implements Tool {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final ToolDefinition DEFINITION = ToolDefinition.writing("file_note",
			"File a draft in the patient's record as a preliminary document, if the user asks for that. The user is shown "
					+ "the draft and approves or refuses it. Statements are as in submit_answer",
			"""
					{"type":"object","additionalProperties":false,"required":["kind","statements"],"properties":{
					"kind":{"type":"string","enum":["progress-note","discharge-summary","consult-note"]},
					"statements":%s}}""".formatted(Statements.SCHEMA));

	private final RecordFiler filer;

	private final FilingProperties properties;

	FileNoteTool(RecordFiler filer, FilingProperties properties) {
		this.filer = filer;
		this.properties = properties;
	}

	@Override
	public ToolDefinition definition() {
		return DEFINITION;
	}

	@Override
	public boolean isFor(ToolUse use) {
		return this.filer.isConnected() && use.record() != null
				&& use.mandate().context().roles().stream().anyMatch(this.properties.roles()::contains);
	}

	@Override
	public JsonNode drafted(JsonNode arguments, ToolUse use) {
		Statements statements = new Statements(use.evidence());
		statements.add(arguments.path("statements"));
		Conclusion conclusion = statements.end(JSON.createArrayNode(), "",
				"Drafted by " + use.mandate().agent() + ". Not reviewed.");
		if (conclusion.kept() == 0) {
			throw new ToolRefusal("note_empty",
					"Nothing in it is borne out by the record, so there is nothing to file");
		}
		return JSON.createObjectNode()
			.put("kind", arguments.path("kind").asString(""))
			.put("text", conclusion.text().reveal())
			.put("left_out", conclusion.dropped().size());
	}

	@Override
	public Mono<ToolResult> call(JsonNode draft, ToolUse use) {
		RecordAccess access = use.record();
		if (access == null) {
			throw new ToolRefusal("record_not_opened", "The user opened no record (hilum.record of the request)");
		}
		Note note = new Note(NoteKind.of(draft.path("kind").asString("")), PhiText.of(draft.path("text").asString("")),
				use.mandate().agent(), use.mandate().run());
		return this.filer.file(note, access).map((id) -> filed(draft));
	}

	/** Its id is the record system's, and no model's business. */
	private static ToolResult filed(JsonNode draft) {
		ObjectNode filed = JSON.createObjectNode()
			.put("filed", true)
			.put("status", "preliminary")
			.put("left_out", draft.path("left_out").asInt(0));
		return ToolResult.of(filed);
	}

}
