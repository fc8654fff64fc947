package io.hilum.dialects.bedrock;

import java.util.function.Supplier;

import io.hilum.dialects.StreamTranslation;
import io.hilum.dialects.StreamTranslator;
import io.hilum.dialects.TranslationRequest;

/**
 * From OpenAI's chat completions to the operations {@code Converse} and
 * {@code ConverseStream} of Amazon Bedrock Runtime (2023-09-30), and back. What Converse
 * cannot say is refused by name; the few things that are left out because no answer
 * depends on them are named where they are read.
 */
public final class ChatToConverse implements StreamTranslator {

	private final Supplier<String> ids;

	/**
	 * Make a translator.
	 * @param ids makes the id of an answer, because Bedrock's have none
	 */
	public ChatToConverse(Supplier<String> ids) {
		this.ids = ids;
	}

	@Override
	public StreamTranslation translate(TranslationRequest request) {
		return new ConverseTranslation(request, ConverseRequest.write(request), this.ids);
	}

}
