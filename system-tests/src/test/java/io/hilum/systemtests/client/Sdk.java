package io.hilum.systemtests.client;

import java.net.URI;
import java.time.Duration;
import java.util.stream.Collectors;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.Headers;
import com.openai.core.http.HttpResponseFor;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseStreamEvent;

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
			.timeout(Duration.ofSeconds(120))
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

	/**
	 * Asks for a response, OpenAI's later form of a chat.
	 */
	public Reply respond(String model, String question) {
		try (HttpResponseFor<Response> response = this.client.responses()
			.withRawResponse()
			.create(input(model, question))) {
			Response answer = response.parse();
			return new Reply(requestId(response.headers()), response.headers(), text(answer), model);
		}
	}

	/**
	 * Asks for a response as a stream; its deltas and its last event must say the same.
	 */
	public Reply streamResponse(String model, String question) {
		try (HttpResponseFor<StreamResponse<ResponseStreamEvent>> response = this.client.responses()
			.withRawResponse()
			.createStreaming(input(model, question)); StreamResponse<ResponseStreamEvent> events = response.parse()) {
			StringBuilder deltas = new StringBuilder();
			StringBuilder whole = new StringBuilder();
			events.stream().forEach((event) -> {
				event.outputTextDelta().ifPresent((delta) -> deltas.append(delta.delta()));
				event.completed().ifPresent((completed) -> whole.append(text(completed.response())));
			});
			if (!deltas.toString().contentEquals(whole)) {
				throw new AssertionError("the deltas and the whole response differ");
			}
			return new Reply(requestId(response.headers()), response.headers(), whole.toString(), model);
		}
	}

	@Override
	public void close() {
		this.client.close();
	}

	private static ChatCompletionCreateParams question(String model, String question) {
		return ChatCompletionCreateParams.builder().model(model).addUserMessage(question).build();
	}

	private static ResponseCreateParams input(String model, String question) {
		return ResponseCreateParams.builder().model(model).input(question).build();
	}

	private static String text(Response response) {
		return response.output()
			.stream()
			.flatMap((item) -> item.message().stream())
			.flatMap((message) -> message.content().stream())
			.flatMap((content) -> content.outputText().stream())
			.map((text) -> text.text())
			.collect(Collectors.joining());
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
