package io.hilum.portal.message;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;

/**
 * Writes a branch as Markdown.
 */
public final class Transcript {

	private Transcript() {
	}

	/**
	 * Write a branch.
	 * @param title of the conversation
	 * @param messages all its messages
	 * @param end where the branch ends
	 * @return the branch from its beginning, as Markdown
	 */
	public static PhiText markdown(@Nullable PhiText title, List<Message> messages, @Nullable UUID end) {
		StringBuilder text = new StringBuilder("# ").append((title != null) ? line(title.reveal()) : "Conversation");
		for (Message message : branch(messages, end)) {
			text.append("\n\n## ").append(speaker(message)).append("\n\n").append(message.text().reveal().strip());
		}
		return PhiText.of(text.append('\n').toString());
	}

	private static List<Message> branch(List<Message> messages, @Nullable UUID end) {
		Map<UUID, Message> byId = new HashMap<>();
		messages.forEach((message) -> byId.put(message.id(), message));
		List<Message> branch = new ArrayList<>();
		UUID next = end;
		while (next != null) {
			Message message = byId.get(next);
			if (message == null) {
				break;
			}
			branch.addFirst(message);
			next = message.parent();
		}
		return branch;
	}

	private static String speaker(Message message) {
		String role = switch (message.role()) {
			case SYSTEM -> "Instructions";
			case USER -> "Person";
			case ASSISTANT -> "Model";
			case TOOL -> "Tool";
		};
		return (message.model() != null) ? role + " (" + message.model() + ")" : role;
	}

	private static String line(String text) {
		return text.replaceAll("\\s+", " ").strip();
	}

}
