package io.hilum.dialects.google;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.hilum.dialects.chat.ChatChunks;
import io.hilum.dialects.chat.ChatUsage;
import io.hilum.dialects.chat.FinishReason;
import io.hilum.dialects.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes an answer chunk by chunk. Created per answer and not thread-safe.
 */
final class StreamedAnswer implements AnswerSink {

	private final ChatChunks chunks;

	private final Set<Integer> sounding = new HashSet<>();

	StreamedAnswer(ChatChunks chunks) {
		this.chunks = chunks;
	}

	@Override
	public void identify(@Nullable String id, @Nullable String model) {
		this.chunks.identify(id, model);
	}

	@Override
	public void serviceTier(String tier) {
		this.chunks.serviceTier(tier);
	}

	@Override
	public void begin(int choice) {
		this.chunks.role(choice);
	}

	@Override
	public void text(int choice, String text) {
		this.chunks.content(choice, text);
	}

	@Override
	public void reasoning(int choice, String text) {
		this.chunks.reasoning(choice, text);
	}

	@Override
	public void call(int choice, int index, FunctionCall call) {
		this.chunks.toolCall(choice, index, call.id(), call.name(), Signatures.extraContent(call.signature()));
		this.chunks.toolArguments(choice, index, call.arguments());
	}

	@Override
	public void image(int choice, ObjectNode image) {
		this.chunks.extension(choice, "images", Json.mapper().createArrayNode().add(image));
	}

	/**
	 * SDKs put texts together by appending, so what is told once must not come twice.
	 */
	@Override
	public void audio(int choice, String id, String base64) {
		boolean first = this.sounding.add(choice);
		this.chunks.extension(choice, "audio", first ? Sound.of(id, base64) : Sound.more(base64));
	}

	@Override
	public void logprobs(int choice, ObjectNode logprobs) {
		this.chunks.logprobs(choice, logprobs);
	}

	/**
	 * SDKs put lists together by the index of their elements.
	 */
	@Override
	public void annotations(int choice, List<ObjectNode> annotations) {
		ArrayNode indexed = Json.mapper().createArrayNode();
		annotations.forEach((annotation) -> indexed.add(annotation.put("index", indexed.size())));
		this.chunks.extension(choice, "annotations", indexed);
	}

	@Override
	public void extra(int choice, ObjectNode extraContent) {
		this.chunks.extension(choice, "extra_content", extraContent);
	}

	@Override
	public void finish(int choice, FinishReason reason) {
		this.chunks.finish(choice, reason);
	}

	@Override
	public void usage(ChatUsage usage) {
		this.chunks.usage(usage);
	}

}
