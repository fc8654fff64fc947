package io.hilum.routing.provider.azure;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

import io.hilum.routing.body.Endpoint;
import io.hilum.routing.provider.ProviderCall;
import io.hilum.routing.provider.StoredCall;
import io.hilum.routing.provider.http.HttpDialect;
import reactor.core.publisher.Mono;

/**
 * Azure OpenAI's paths. With a dated version of the API they name the deployment:
 * {@code /openai/deployments/NAME/chat/completions?api-version=…}; responses are at
 * {@code /openai/responses} from 2025-03-01 on, and before that at the path without
 * versions. With {@code v1}, {@code latest} or {@code preview} in place of a date
 * everything is at {@code /openai/v1/…} and the deployment is the model of the body.
 */
final class AzureDialect implements HttpDialect {

	private static final Set<String> UNDATED = Set.of("v1", "latest", "preview");

	/** The first version whose data plane has responses. */
	private static final String FIRST_WITH_RESPONSES = "2025-03-01";

	private final String root;

	private final String version;

	private final Mono<Map<String, String>> login;

	AzureDialect(URI endpoint, Mono<Map<String, String>> login, String version) {
		this.root = rootOf(endpoint.toString());
		this.version = version;
		this.login = login;
	}

	/**
	 * Both forms in which the portal shows an endpoint.
	 */
	private static String rootOf(String endpoint) {
		String text = endpoint.endsWith("/") ? endpoint : endpoint + "/";
		String suffix = "openai/v1/";
		return text.endsWith("/" + suffix) ? text.substring(0, text.length() - suffix.length()) : text;
	}

	@Override
	public boolean speaks(Endpoint endpoint, String model) {
		return switch (endpoint) {
			case CHAT_COMPLETIONS, COMPLETIONS, EMBEDDINGS, RESPONSES -> true;
			case MESSAGES, COUNT_TOKENS -> false;
		};
	}

	@Override
	public String limitField() {
		return "max_completion_tokens";
	}

	@Override
	public String uri(ProviderCall call) {
		String path = call.endpoint().path();
		if (call.endpoint() == Endpoint.RESPONSES || UNDATED.contains(this.version)) {
			return undeployed(path);
		}
		return this.root + "openai/deployments/" + encoded(call.model()) + "/" + path + "?api-version="
				+ encoded(this.version);
	}

	@Override
	public String uri(StoredCall call) {
		String address = undeployed(call.path());
		return call.query().isEmpty() ? address : address + (address.indexOf('?') < 0 ? "?" : "&") + call.query();
	}

	/**
	 * The address of what is not below the name of a deployment.
	 */
	private String undeployed(String path) {
		if (UNDATED.contains(this.version)) {
			return this.root + "openai/v1/" + path + ("preview".equals(this.version) ? "?api-version=preview" : "");
		}
		return (this.version.compareTo(FIRST_WITH_RESPONSES) >= 0)
				? this.root + "openai/" + path + "?api-version=" + encoded(this.version)
				: this.root + "openai/v1/" + path;
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	@Override
	public Mono<Map<String, String>> login(String uri, byte[] body) {
		return this.login;
	}

}
