package io.hilum.routing.provider.azure;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import io.hilum.routing.provider.ProviderFailure;
import io.hilum.routing.provider.http.BearerToken;
import io.hilum.routing.provider.http.TokenProperties;
import io.hilum.trust.entra.EntraApplication;
import io.hilum.trust.entra.EntraTokens;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Logs in with the token that Entra ID gives for that of a service account, so that no
 * secret has to be kept. The token is kept until shortly before it expires. Thread-safe.
 */
final class WorkloadIdentity {

	private final Mono<Map<String, String>> login;

	WorkloadIdentity(HttpClient client, WorkloadIdentityProperties properties, TokenProperties tokens, Clock clock) {
		WebClient calls = WebClient.builder().clientConnector(new ReactorClientHttpConnector(client)).build();
		Mono<BearerToken> fetch = Mono
			.fromSupplier(() -> new EntraTokens(calls, application(properties, tokens.margin()), clock))
			.flatMap(EntraTokens::fetch)
			.map((token) -> new BearerToken(token.value(), token.life()));
		this.login = BearerToken.login("Entra ID", fetch, tokens);
	}

	/**
	 * The headers that log in.
	 * @return names and values, or a {@link ProviderFailure} if there is no token
	 */
	Mono<Map<String, String>> login() {
		return this.login;
	}

	/**
	 * Only where it is used must it be set.
	 */
	private static EntraApplication application(WorkloadIdentityProperties properties, Duration margin) {
		URI tokens = properties.authority().resolve(properties.tenantId() + "/oauth2/v2.0/token");
		return new EntraApplication(tokens, properties.clientId(), null, Path.of(properties.tokenFile()),
				properties.scope(), margin);
	}

}
