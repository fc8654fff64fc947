package io.hilum.agents.run.web;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.hilum.agents.mandate.Mandate;
import io.hilum.agents.run.RunEvent;
import io.hilum.agents.run.RunRecord;
import io.hilum.agents.run.StepForm;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a run as a chat completion of OpenAI. What OpenAI does not have, the steps and
 * the record, is in the field {@code hilum}, which clients that do not know it pass over.
 * Mutable; for one run.
 */
final class Completion {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final Mandate mandate;

	private final long created;

	private final boolean usage;

	private boolean begun;

	Completion(Mandate mandate, long created, boolean usage) {
		this.mandate = mandate;
		this.created = created;
		this.usage = usage;
	}

	boolean isUsageAsked() {
		return this.usage;
	}

	private ObjectNode head(String object) {
		return JSON.createObjectNode()
			.put("id", "chatcmpl-" + this.mandate.run())
			.put("object", object)
			.put("created", this.created)
			.put("model", this.mandate.agent());
	}

	byte[] document(List<RunEvent> events) {
		ObjectNode document = head("chat.completion");
		ArrayNode steps = JSON.createArrayNode();
		for (RunEvent event : events) {
			if (event instanceof RunEvent.Answered answered) {
				ObjectNode choice = document.putArray("choices").addObject().put("index", 0);
				choice.putObject("message").put("role", "assistant").put("content", answered.answer().reveal());
				choice.putNull("logprobs").put("finish_reason", "stop");
				document.set("usage", usage(answered.record()));
				document.putObject("hilum").set("run", StepForm.run(answered.record()).set("steps", steps));
			}
			else {
				steps.add(StepForm.step(event));
			}
		}
		return JSON.writeValueAsBytes(document);
	}

	String costUsd(List<RunEvent> events) {
		return (events.getLast() instanceof RunEvent.Answered answered) ? StepForm.usd(answered.record().nanoUsd())
				: "0";
	}

	/**
	 * A chunk without text that shows a step.
	 * @param event the step
	 * @return the event
	 */
	byte[] stepChunk(RunEvent event) {
		ObjectNode chunk = chunk("", null);
		chunk.putObject("hilum").set("step", StepForm.step(event));
		return event(chunk);
	}

	byte[] textChunk(String text) {
		return event(chunk(text, null));
	}

	byte[] lastChunk(RunRecord record) {
		ObjectNode chunk = chunk(null, "stop");
		chunk.putObject("hilum").set("run", StepForm.run(record));
		return event(chunk);
	}

	/**
	 * A chunk that tells what a run had used when it was cancelled. It has no reason to
	 * finish: what follows is an error.
	 * @param record what it had used
	 * @return the event
	 */
	byte[] cancelledChunk(RunRecord record) {
		ObjectNode chunk = chunk("", null);
		chunk.putObject("hilum").set("run", StepForm.run(record).put("state", "cancelled"));
		return event(chunk);
	}

	byte[] usageChunk(RunRecord record) {
		ObjectNode chunk = head("chat.completion.chunk");
		chunk.putArray("choices");
		chunk.set("usage", usage(record));
		return event(chunk);
	}

	private ObjectNode chunk(@Nullable String text, @Nullable String finish) {
		ObjectNode chunk = head("chat.completion.chunk");
		ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
		ObjectNode delta = choice.putObject("delta");
		if (!this.begun) {
			delta.put("role", "assistant");
			this.begun = true;
		}
		if (text != null) {
			delta.put("content", text);
		}
		choice.put("finish_reason", finish);
		return chunk;
	}

	private static ObjectNode usage(RunRecord record) {
		return JSON.createObjectNode()
			.put("prompt_tokens", record.input())
			.put("completion_tokens", record.output())
			.put("total_tokens", record.input() + record.output());
	}

	private static byte[] event(ObjectNode data) {
		return ("data: " + JSON.writeValueAsString(data) + "\n\n").getBytes(StandardCharsets.UTF_8);
	}

}
