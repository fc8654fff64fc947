package io.hilum.systemtests.client;

import java.net.URI;
import java.time.Duration;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.Headers;
import com.openai.core.http.HttpResponseFor;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;

/**
 * OpenAI's own Java SDK, pointed at the gateway and nothing else changed. Retries are off
 * so that one call is one request. Thread-safe.
 */
public final class Sdk implements AutoCloseable {

	private final OpenAIClient client;

	public Sdk(URI gateway, String credential) {
		this.client = OpenAIOkHttpClient.builder()
			.baseUrl(gateway.resolve("/v1").toString())
			.apiKey(credential)
			.maxRetries(0)
			.timeout(Duration.ofSeconds(60))
			.build();
	}

	public OpenAIClient client() {
		return this.client;
	}

	public Reply ask(String model, String question) {
		try (HttpResponseFor<ChatCompletion> response = this.client.chat()
			.completions()
			.withRawResponse()
			.create(question(model, question))) {
			ChatCompletion completion = response.parse();
			return new Reply(requestId(response.headers()), response.headers(),
					completion.choices().getFirst().message().content().orElse(""), completion.model());
		}
	}

	/**
	 * Asks for a stream and reads it to its end.
	 */
	public Reply stream(String model, String question) {
		try (HttpResponseFor<StreamResponse<ChatCompletionChunk>> response = this.client.chat()
			.completions()
			.withRawResponse()
			.createStreaming(question(model, question));
				StreamResponse<ChatCompletionChunk> chunks = response.parse()) {
			StringBuilder text = new StringBuilder();
			StringBuilder served = new StringBuilder();
			chunks.stream().forEach((chunk) -> {
				chunk.choices().forEach((choice) -> choice.delta().content().ifPresent(text::append));
				served.setLength(0);
				served.append(chunk.model());
			});
			return new Reply(requestId(response.headers()), response.headers(), text.toString(), served.toString());
		}
	}

	@Override
	public void close() {
		this.client.close();
	}

	private static ChatCompletionCreateParams question(String model, String question) {
		return ChatCompletionCreateParams.builder().model(model).addUserMessage(question).build();
	}

	private static String requestId(Headers headers) {
		return String.join(",", headers.values("x-request-id"));
	}

	/**
	 * A whole answer.
	 */
	public record Reply(String requestId, Headers headers, String text, String model) {

		public String header(String name) {
			return String.join(",", this.headers.values(name));
		}

	}

}
