package io.hilum.routing.provider.bedrock;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import io.hilum.dialects.Chain;
import io.hilum.dialects.StreamTranslator;
import io.hilum.dialects.Translator;
import io.hilum.dialects.bedrock.ChatToConverse;
import io.hilum.dialects.bedrock.CountToBedrock;
import io.hilum.dialects.bedrock.EmbeddingsToBedrock;
import io.hilum.dialects.bedrock.MessagesToBedrock;
import io.hilum.dialects.messages.MessagesToChat;
import io.hilum.routing.body.Endpoint;
import io.hilum.routing.provider.ProviderCall;
import io.hilum.routing.provider.ProviderFailure;
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

	/** Nothing of what it counts is streamed, so that no event needs a bound. */
	private static final Translator COUNT = new CountToBedrock(
			new Chain(new MessagesToChat("max_tokens", true, 1), CHAT));

	/** A region or several, before the maker of the model. */
	private static final Pattern PROFILE = Pattern
		.compile("(?:arn:[^/]*:inference-profile/)?[a-z-]+\\.(?=[a-z0-9]+\\.)");

	/** About the model and not about the request. */
	private static final List<String> UNCOUNTABLE = List.of("counting tokens", "model identifier", "on-demand",
			"unsupported_by_provider");

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
		return switch (endpoint) {
			case MESSAGES -> MessagesToBedrock.isSpokenBy(model);
			case COUNT_TOKENS -> true;
			default -> HttpDialect.super.speaks(endpoint, model);
		};
	}

	@Override
	public String uri(ProviderCall call) {
		String model = (call.endpoint() == Endpoint.COUNT_TOKENS) ? foundationModel(call.model()) : call.model();
		return this.root + URLEncoder.encode(model, StandardCharsets.UTF_8).replace("+", "%20") + "/" + operation(call);
	}

	/**
	 * Tokens are counted for models, not for the profiles by which some of them are
	 * called.
	 */
	private static String foundationModel(String model) {
		return PROFILE.matcher(model).replaceFirst("");
	}

	private static String operation(ProviderCall call) {
		return switch (call.endpoint()) {
			case EMBEDDINGS -> "invoke";
			case COUNT_TOKENS -> "count-tokens";
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
			case COUNT_TOKENS -> COUNT;
			default -> CHAT;
		};
	}

	/**
	 * Not every model can be counted for, nor may every login.
	 */
	@Override
	public boolean cannotCount(ProviderFailure failure) {
		if (failure.status() != 400) {
			return failure.status() == 403 || failure.status() == 404;
		}
		String said = new String(failure.body(), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
		return UNCOUNTABLE.stream().anyMatch(said::contains);
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
