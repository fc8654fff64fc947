package io.hilum.routing.provider.bedrock;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

import io.hilum.dialects.StreamTranslator;
import io.hilum.dialects.Translator;
import io.hilum.dialects.bedrock.ChatToConverse;
import io.hilum.dialects.bedrock.EmbeddingsToBedrock;
import io.hilum.dialects.bedrock.MessagesToBedrock;
import io.hilum.routing.body.Endpoint;
import io.hilum.routing.provider.ProviderCall;
import io.hilum.routing.provider.http.HttpDialect;
import io.hilum.routing.provider.http.Refusal;
import reactor.core.publisher.Mono;

/**
 * Bedrock's paths, which name the model: a foundation model, an inference profile or an
 * ARN.
 */
final class BedrockDialect implements HttpDialect {

	private static final StreamTranslator CHAT = new ChatToConverse(() -> "chatcmpl-" + UUID.randomUUID());

	private static final Translator MESSAGES = new MessagesToBedrock();

	private static final Translator EMBEDDINGS = new EmbeddingsToBedrock();

	private final String root;

	private final BedrockLogin login;

	BedrockDialect(URI endpoint, BedrockLogin login) {
		String text = endpoint.toString();
		this.root = (text.endsWith("/") ? text : text + "/") + "model/";
		this.login = login;
	}

	/**
	 * Where Bedrock is.
	 * @param region AWS's region
	 * @return the endpoint of that region
	 */
	static URI endpointOf(String region) {
		String domain = region.startsWith("cn-") ? ".amazonaws.com.cn" : ".amazonaws.com";
		return URI.create("https://bedrock-runtime." + region + domain);
	}

	/**
	 * Models of Anthropic take messages as they are, if their names tell whose they are.
	 */
	@Override
	public boolean speaks(Endpoint endpoint, String model) {
		return (endpoint == Endpoint.MESSAGES) ? MessagesToBedrock.isSpokenBy(model)
				: HttpDialect.super.speaks(endpoint, model);
	}

	@Override
	public String uri(ProviderCall call) {
		String model = URLEncoder.encode(call.model(), StandardCharsets.UTF_8).replace("+", "%20");
		return this.root + model + "/" + operation(call);
	}

	private static String operation(ProviderCall call) {
		return switch (call.endpoint()) {
			case EMBEDDINGS -> "invoke";
			case MESSAGES -> call.stream() ? "invoke-with-response-stream" : "invoke";
			default -> call.stream() ? "converse-stream" : "converse";
		};
	}

	@Override
	public Mono<Map<String, String>> login(String uri, byte[] body) {
		return this.login.headers(uri, body);
	}

	@Override
	public StreamTranslator chat() {
		return CHAT;
	}

	@Override
	public Translator translator(Endpoint endpoint) {
		return switch (endpoint) {
			case EMBEDDINGS -> EMBEDDINGS;
			case MESSAGES -> MESSAGES;
			default -> CHAT;
		};
	}

	@Override
	public Refusal refusal(Refusal told, Refusal.Head head) {
		return BedrockRefusals.of(told, head.get("x-amzn-errortype"));
	}

	@Override
	public String streamType() {
		return "application/vnd.amazon.eventstream";
	}

}
