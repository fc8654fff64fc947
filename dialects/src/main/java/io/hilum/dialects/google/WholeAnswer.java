package io.hilum.dialects.google;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.hilum.dialects.chat.ChatAnswer;
import io.hilum.dialects.chat.ChatUsage;
import io.hilum.dialects.chat.FinishReason;
import io.hilum.dialects.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a whole answer. Created per answer and not thread-safe.
 */
final class WholeAnswer implements AnswerSink {

	private final ChatAnswer answer;

	private final Map<Integer, ArrayNode> images = new HashMap<>();

	private final Map<Integer, String> sounds = new HashMap<>();

	WholeAnswer(ChatAnswer answer) {
		this.answer = answer;
	}

	@Override
	public void identify(@Nullable String id, @Nullable String model) {
		this.answer.identify(id, model);
	}

	@Override
	public void serviceTier(String tier) {
		this.answer.serviceTier(tier);
	}

	@Override
	public void begin(int choice) {
		this.answer.choice(choice);
	}

	@Override
	public void text(int choice, String text) {
		this.answer.choice(choice).content(text);
	}

	@Override
	public void reasoning(int choice, String text) {
		this.answer.choice(choice).reasoning(text);
	}

	@Override
	public void call(int choice, int index, FunctionCall call) {
		this.answer.choice(choice)
			.toolCall(call.id(), call.name(), call.arguments(), Signatures.extraContent(call.signature()));
	}

	@Override
	public void image(int choice, ObjectNode image) {
		this.images.computeIfAbsent(choice, (index) -> {
			ArrayNode list = Json.mapper().createArrayNode();
			this.answer.choice(index).extension("images", list);
			return list;
		}).add(image);
	}

	@Override
	public void audio(int choice, String id, String base64) {
		String all = this.sounds.merge(choice, base64, String::concat);
		this.answer.choice(choice).extension("audio", Sound.of(id, all));
	}

	@Override
	public void logprobs(int choice, ObjectNode logprobs) {
		this.answer.choice(choice).logprobs(logprobs);
	}

	@Override
	public void annotations(int choice, List<ObjectNode> annotations) {
		annotations.forEach(this.answer.choice(choice)::annotation);
	}

	@Override
	public void extra(int choice, ObjectNode extraContent) {
		this.answer.choice(choice).extension("extra_content", extraContent);
	}

	@Override
	public void finish(int choice, FinishReason reason) {
		this.answer.choice(choice).finish(reason);
	}

	@Override
	public void usage(ChatUsage usage) {
		this.answer.usage(usage);
	}

}
