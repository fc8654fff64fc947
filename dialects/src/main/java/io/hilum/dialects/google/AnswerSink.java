package io.hilum.dialects.google;

import java.util.List;

import io.hilum.dialects.chat.ChatUsage;
import io.hilum.dialects.chat.FinishReason;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Is told what an answer says, in order. What is told of a whole answer and of the same
 * answer in pieces adds up to the same.
 */
interface AnswerSink {

	void identify(@Nullable String id, @Nullable String model);

	/**
	 * In which tier it was served.
	 * @param tier OpenAI's word for it
	 */
	void serviceTier(String tier);

	/**
	 * A choice begins.
	 * @param choice its index
	 */
	void begin(int choice);

	void text(int choice, String text);

	void reasoning(int choice, String text);

	/**
	 * A function is called.
	 * @param choice the index of the choice
	 * @param index the number of the call within the choice
	 * @param call the call, complete
	 */
	void call(int choice, int index, FunctionCall call);

	/**
	 * An image.
	 * @param choice the index of the choice
	 * @param image the image with its number within the choice, in the form of
	 * {@code image_url}
	 */
	void image(int choice, ObjectNode image);

	/**
	 * A piece of sound.
	 * @param choice the index of the choice
	 * @param id what the sound is called
	 * @param base64 its bytes
	 */
	void audio(int choice, String id, String base64);

	void logprobs(int choice, ObjectNode logprobs);

	void annotations(int choice, List<ObjectNode> annotations);

	/**
	 * What only Google says.
	 * @param choice the index of the choice
	 * @param extraContent an object with the member {@code google}
	 */
	void extra(int choice, ObjectNode extraContent);

	void finish(int choice, FinishReason reason);

	void usage(ChatUsage usage);

}
