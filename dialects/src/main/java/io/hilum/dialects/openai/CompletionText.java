package io.hilum.dialects.openai;

import java.util.Map;
import java.util.TreeMap;

import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.chat.ChatDocument;
import io.hilum.dialects.chat.ChatUsage;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A whole completion, collected from a whole chat answer. Not thread-safe.
 */
final class CompletionText extends CompletionAnswer implements ChatDocument {

	private final Map<Integer, StringBuilder> texts = new TreeMap<>();

	private final Map<Integer, String> reasons = new TreeMap<>();

	CompletionText(TranslationRequest asked) {
		super(asked);
	}

	@Override
	public void content(int choice, String text) {
		textOf(choice).append(text);
	}

	@Override
	public void finish(int choice, String reason) {
		textOf(choice);
		this.reasons.put(choice, reason);
	}

	private StringBuilder textOf(int choice) {
		return this.texts.computeIfAbsent(choice, (index) -> new StringBuilder());
	}

	@Override
	public ObjectNode toJson() {
		ObjectNode document = head();
		ArrayNode choices = document.putArray("choices");
		this.texts.forEach(
				(index, text) -> choices.add(choice(index, text.toString(), this.reasons.getOrDefault(index, "stop"))));
		ChatUsage usage = usage();
		if (usage != null) {
			document.set("usage", usage.toJson());
		}
		return document;
	}

}
