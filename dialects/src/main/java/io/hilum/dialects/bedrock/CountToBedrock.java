package io.hilum.dialects.bedrock;

import java.util.List;

import io.hilum.dialects.BrokenAnswerException;
import io.hilum.dialects.StreamTranslator;
import io.hilum.dialects.Translation;
import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.Translator;
import io.hilum.dialects.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * From Anthropic's counting of tokens to the operation {@code CountTokens} of Amazon
 * Bedrock, which is told the request as Converse would be. It could also be told that of
 * {@code InvokeModel}, but in Base64, where nobody could look for identifiers any more.
 */
public final class CountToBedrock implements Translator {

	/** What else Converse is told has no tokens. */
	private static final List<String> COUNTED = List.of("messages", "system", "toolConfig",
			"additionalModelRequestFields");

	private final StreamTranslator converse;

	/**
	 * Create the translator.
	 * @param converse from Anthropic's messages to Converse
	 */
	public CountToBedrock(StreamTranslator converse) {
		this.converse = converse;
	}

	@Override
	public Translation translate(TranslationRequest request) {
		Translation whole = this.converse.translate(request);
		ObjectNode body = Json.object();
		ObjectNode counted = body.putObject("input").putObject("converse");
		JsonNode said = Json.readAnswer(whole.request());
		COUNTED.stream().filter(said::has).forEach((name) -> counted.set(name, said.path(name)));
		return new Counting(Json.write(body), whole);
	}

	private record Counting(byte[] request, Translation whole) implements Translation {

		@Override
		public byte[] answer(byte[] body) {
			JsonNode tokens = Json.readAnswer(body).path("inputTokens");
			if (!tokens.isIntegralNumber()) {
				throw new BrokenAnswerException("Amazon Bedrock counted no tokens");
			}
			return Json.write(Json.object().put("input_tokens", tokens.asLong()));
		}

		@Override
		public byte[] error(int status, byte[] body) {
			return this.whole.error(status, body);
		}

	}

}
