package io.hilum.routing.provider.azure;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.hilum.routing.provider.ProviderCall;
import io.hilum.routing.provider.http.HttpDialect;
import reactor.core.publisher.Mono;

/**
 * Azure OpenAI's paths, which name the deployment.
 */
final class AzureDialect implements HttpDialect {

	private final String root;

	private final String version;

	private final Mono<Map<String, String>> login;

	AzureDialect(URI endpoint, Mono<Map<String, String>> login, String version) {
		String text = endpoint.toString();
		this.root = (text.endsWith("/") ? text : text + "/") + "openai/deployments/";
		this.version = URLEncoder.encode(version, StandardCharsets.UTF_8);
		this.login = login;
	}

	@Override
	public String uri(ProviderCall call) {
		return this.root + URLEncoder.encode(call.model(), StandardCharsets.UTF_8) + "/" + call.endpoint().path()
				+ "?api-version=" + this.version;
	}

	@Override
	public Mono<Map<String, String>> login(String uri, byte[] body) {
		return this.login;
	}

}
