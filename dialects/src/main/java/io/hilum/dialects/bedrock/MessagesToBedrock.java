package io.hilum.dialects.bedrock;

import io.hilum.dialects.AnswerStream;
import io.hilum.dialects.StreamTranslation;
import io.hilum.dialects.StreamTranslator;
import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.anthropic.HostedMessages;
import io.hilum.dialects.json.Json;

/**
 * From Anthropic's messages to Anthropic's models at Bedrock, by the operations
 * {@code InvokeModel} and {@code InvokeModelWithResponseStream}
 * ({@code anthropic_version: bedrock-2023-05-31}): the same dialect, with its events
 * packed into frames.
 */
public final class MessagesToBedrock implements StreamTranslator {

	/**
	 * Whether a model speaks Anthropic's dialect.
	 * @param model the id of a foundation model or of an inference profile
	 * @return {@code false} also for an ARN that does not name the model behind it
	 */
	public static boolean isSpokenBy(String model) {
		return ModelFamily.of(model).isClaude();
	}

	@Override
	public StreamTranslation translate(TranslationRequest request) {
		return new Packed(HostedMessages.bedrock(request));
	}

	private record Packed(byte[] request) implements StreamTranslation {

		@Override
		public byte[] answer(byte[] body) {
			return body;
		}

		@Override
		public AnswerStream stream() {
			return new InvokeStream();
		}

		@Override
		public byte[] error(int status, byte[] body) {
			return Json.write(BedrockErrors.answered(status, body));
		}

	}

}
