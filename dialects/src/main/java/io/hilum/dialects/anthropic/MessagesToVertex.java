package io.hilum.dialects.anthropic;

import java.util.function.Function;

import io.hilum.dialects.AnswerStream;
import io.hilum.dialects.StreamTranslation;
import io.hilum.dialects.StreamTranslator;
import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.json.Json;

/**
 * From Anthropic's messages to Anthropic's models at Vertex AI
 * ({@code anthropic_version: vertex-2023-10-16}), which speak the same dialect: answers
 * pass byte for byte.
 */
public final class MessagesToVertex implements StreamTranslator {

	/** For messages. */
	public static final MessagesToVertex MESSAGES = new MessagesToVertex(HostedMessages::vertex);

	/** For the tokens of messages. */
	public static final MessagesToVertex COUNT = new MessagesToVertex(HostedMessages::vertexCount);

	private final Function<TranslationRequest, byte[]> body;

	private MessagesToVertex(Function<TranslationRequest, byte[]> body) {
		this.body = body;
	}

	@Override
	public StreamTranslation translate(TranslationRequest request) {
		return new Untouched(this.body.apply(request));
	}

	private record Untouched(byte[] request) implements StreamTranslation {

		@Override
		public byte[] answer(byte[] body) {
			return body;
		}

		@Override
		public AnswerStream stream() {
			return Passing.INSTANCE;
		}

		@Override
		public byte[] error(int status, byte[] body) {
			return Json.write(MessagesErrors.of(status, Json.readLeniently(body)));
		}

	}

	private enum Passing implements AnswerStream {

		INSTANCE;

		private static final byte[] NOTHING = {};

		@Override
		public byte[] accept(byte[] part) {
			return part;
		}

		@Override
		public byte[] end() {
			return NOTHING;
		}

	}

}
