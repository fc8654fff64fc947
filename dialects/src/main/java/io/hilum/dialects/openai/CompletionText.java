package io.hilum.dialects.openai;

import java.util.Map;
import java.util.TreeMap;

import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.chat.ChatSink;
import io.hilum.dialects.chat.ChatUsage;
import io.hilum.dialects.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A whole completion, collected from a whole chat answer. Not thread-safe.
 */
final class CompletionText implements ChatSink {

	private final CompletionHead head;

	private final Map<Integer, StringBuilder> texts = new TreeMap<>();

	private final Map<Integer, String> reasons = new TreeMap<>();

	private @Nullable ChatUsage usage;

	CompletionText(TranslationRequest asked) {
		this.head = new CompletionHead(asked);
	}

	@Override
	public void identify(@Nullable String id, @Nullable String model) {
		this.head.identify(id, model);
	}

	@Override
	public void content(int choice, String text) {
		this.texts.computeIfAbsent(choice, (index) -> new StringBuilder()).append(text);
	}

	@Override
	public void finish(int choice, String reason) {
		this.reasons.put(choice, reason);
	}

	@Override
	public void usage(ChatUsage tokens) {
		this.usage = tokens;
	}

	@Override
	public void error(ObjectNode error) {
	}

	@Override
	public void done() {
	}

	byte[] document() {
		ObjectNode document = this.head.document();
		ArrayNode choices = document.putArray("choices");
		this.reasons.keySet().forEach((index) -> this.texts.computeIfAbsent(index, (none) -> new StringBuilder()));
		this.texts.forEach((index, text) -> choices
			.add(CompletionHead.choice(index, text.toString(), this.reasons.getOrDefault(index, "stop"))));
		if (this.usage != null) {
			document.set("usage", this.usage.toJson());
		}
		return Json.write(document);
	}

}
