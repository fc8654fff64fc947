package io.hilum.dialects.chat;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Is told what a chat completion says, by a {@link ChatReader}.
 */
public interface ChatSink {

	/**
	 * Whether only the first choice is told, as most dialects have no others.
	 * @return {@code true} if it is
	 */
	default boolean firstChoiceOnly() {
		return false;
	}

	/**
	 * What the answer calls itself; told with each chunk.
	 * @param id its id, if it has one
	 * @param model the model that answers, if it says so
	 */
	void identify(@Nullable String id, @Nullable String model);

	/**
	 * A piece of text.
	 * @param choice the index of the choice
	 * @param text the piece, never empty
	 */
	void content(int choice, String text);

	/**
	 * A piece of a refusal.
	 * @param choice the index of the choice
	 * @param text the piece, never empty
	 */
	default void refusal(int choice, String text) {
		content(choice, text);
	}

	/**
	 * A piece of the model's reasoning.
	 * @param choice the index of the choice
	 * @param text the piece, never empty
	 */
	default void reasoning(int choice, String text) {
	}

	/**
	 * A block of reasoning in Anthropic's form, or a piece of one; its readable text was
	 * told before.
	 * @param choice the index of the choice
	 * @param block the block
	 */
	default void thinkingBlock(int choice, JsonNode block) {
	}

	/**
	 * A tool call begins.
	 * @param choice the index of the choice
	 * @param index the number of the call within the choice
	 * @param callId what the call is known by
	 * @param name the tool
	 */
	default void toolCall(int choice, int index, String callId, String name) {
	}

	/**
	 * A piece of the arguments of a tool call that has begun.
	 * @param choice the index of the choice
	 * @param index the number of the call within the choice
	 * @param fragment a piece of JSON text, never empty
	 */
	default void toolArguments(int choice, int index, String fragment) {
	}

	/**
	 * Where text comes from.
	 * @param choice the index of the choice
	 * @param annotation an annotation
	 */
	default void annotation(int choice, JsonNode annotation) {
	}

	/**
	 * The end of a choice.
	 * @param choice its index
	 * @param reason why it ended, as it was said
	 */
	void finish(int choice, String reason);

	/**
	 * The tokens so far.
	 * @param usage the tokens
	 */
	void usage(ChatUsage usage);

	/**
	 * An error in place of the rest.
	 * @param error an object with a member {@code error}
	 */
	void error(ObjectNode error);

	/**
	 * The answer is whole.
	 */
	void done();

}
