package io.hilum.dialects.google;

import java.util.List;

import io.hilum.dialects.chat.FinishReason;
import io.hilum.dialects.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads one candidate. Created per candidate and not thread-safe.
 */
final class CandidateReader {

	private final int choice;

	private final AnswerSink sink;

	private final CallReader calls;

	private final Citations citations = new Citations();

	private final ObjectNode google = Json.object();

	private JsonNode finishReason = Json.mapper().missingNode();

	private int images;

	CandidateReader(int choice, AnswerSink sink, CallIds callIds) {
		this.choice = choice;
		this.sink = sink;
		this.calls = new CallReader(choice, sink, callIds);
	}

	void read(JsonNode candidate) {
		for (JsonNode part : candidate.path("content").path("parts")) {
			part(part);
		}
		ObjectNode logprobs = Logprobs.in(candidate.path("logprobsResult"));
		if (logprobs != null) {
			this.sink.logprobs(this.choice, logprobs);
		}
		this.citations.read(candidate);
		JsonNode reason = candidate.path("finishReason");
		this.finishReason = FinishReasons.isSaid(reason) ? reason : this.finishReason;
	}

	private void part(JsonNode part) {
		JsonNode call = part.path("functionCall");
		String signature = text(part, Signatures.NATIVE);
		if (call.isObject()) {
			this.calls.read(call, signature);
			return;
		}
		if (signature != null) {
			this.google.put("thought_signature", signature);
		}
		boolean thought = part.path("thought").asBoolean(false);
		String text = text(part, "text");
		if (text != null && thought) {
			this.sink.reasoning(this.choice, text);
		}
		else if (text != null) {
			this.citations.follow(text);
			this.sink.text(this.choice, text);
		}
		media(part.path("inlineData"), thought);
		file(part.path("fileData"), thought);
		code(part, "executableCode", "executable_code");
		code(part, "codeExecutionResult", "code_execution_result");
	}

	/**
	 * Images and sound. Drafts among the thoughts are not part of the answer.
	 */
	private void media(JsonNode data, boolean thought) {
		if (!data.isObject() || thought) {
			return;
		}
		String type = data.path("mimeType").asString("");
		String base64 = data.path("data").asString("");
		if (type.startsWith("audio/")) {
			this.sink.audio(this.choice, "audio_" + this.choice, base64);
			return;
		}
		image("data:" + type + ";base64," + base64);
	}

	private void file(JsonNode file, boolean thought) {
		String address = file.path("fileUri").asString("");
		if (!address.isEmpty() && !thought) {
			image(address);
		}
	}

	private void image(String address) {
		ObjectNode image = Json.object().put("index", this.images++).put("type", "image_url");
		image.putObject("image_url").put("url", address);
		this.sink.image(this.choice, image);
	}

	private void code(JsonNode part, String name, String to) {
		if (part.path(name) instanceof ObjectNode code) {
			int index = this.google.withArray("code_execution").size();
			this.google.withArray("code_execution").addObject().put("index", index).set(to, code);
		}
	}

	boolean isFinished() {
		return !this.finishReason.isMissingNode();
	}

	/**
	 * Tell what comes last.
	 */
	void end() {
		this.calls.end();
		List<ObjectNode> annotations = this.citations.annotations();
		if (!annotations.isEmpty()) {
			this.sink.annotations(this.choice, annotations);
		}
		if (!this.google.isEmpty()) {
			ObjectNode extra = Json.object();
			extra.set("google", this.google);
			this.sink.extra(this.choice, extra);
		}
		FinishReason reason = FinishReasons.of(this.finishReason, this.calls.count() > 0);
		this.sink.finish(this.choice, reason);
	}

	private static @Nullable String text(JsonNode part, String name) {
		JsonNode value = part.path(name);
		return (value.isString() && !value.asString().isEmpty()) ? value.asString() : null;
	}

}
