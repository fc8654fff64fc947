package io.hilum.routing.provider.google;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Map;

import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.auth.http.HttpTransportFactory;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import io.hilum.routing.provider.ProviderFailure;
import io.hilum.routing.provider.http.BearerToken;
import io.hilum.routing.provider.http.TokenProperties;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Logs in to Google Cloud: with the key of a service account, by federation of workload
 * identities, or with what the environment has (application default credentials). The
 * token is kept until shortly before it expires. Thread-safe.
 */
final class GoogleLogin {

	private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";

	private final @Nullable String credentials;

	private final Clock clock;

	private final HttpTransportFactory transport;

	private final Mono<Map<String, String>> login;

	/**
	 * Create a login.
	 * @param credentials JSON, or the path of a file with it, read again for each token
	 * so that it can be exchanged; {@code null} for those of the environment
	 * @param properties the bounds
	 * @param tokens for how long a token is kept
	 * @param clock tells how long a token is kept
	 */
	GoogleLogin(@Nullable String credentials, GoogleLoginProperties properties, TokenProperties tokens, Clock clock) {
		this(credentials, properties, tokens, clock, NetHttpTransport::new);
	}

	GoogleLogin(@Nullable String credentials, GoogleLoginProperties properties, TokenProperties tokens, Clock clock,
			HttpTransportFactory transport) {
		this.credentials = credentials;
		this.transport = transport;
		this.clock = clock;
		this.login = BearerToken.login("Google",
				Mono.fromCallable(this::fetch)
					.subscribeOn(Schedulers.boundedElastic())
					.timeout(properties.tokenTimeout()),
				tokens);
	}

	/**
	 * The headers that log in.
	 * @return names and values, or a {@link ProviderFailure} if there is no token
	 */
	Mono<Map<String, String>> headers() {
		return this.login;
	}

	private BearerToken fetch() throws IOException {
		AccessToken fetched = credentials().createScoped(SCOPE).refreshAccessToken();
		Date end = fetched.getExpirationTime();
		Duration life = (end != null) ? Duration.between(this.clock.instant(), end.toInstant()) : Duration.ZERO;
		return new BearerToken(fetched.getTokenValue(), life);
	}

	private GoogleCredentials credentials() throws IOException {
		if (this.credentials == null) {
			return GoogleCredentials.getApplicationDefault(this.transport);
		}
		try (InputStream json = open(this.credentials)) {
			return GoogleCredentials.fromStream(json, this.transport);
		}
	}

	private static InputStream open(String credentials) throws IOException {
		return credentials.startsWith("{") ? new ByteArrayInputStream(credentials.getBytes(StandardCharsets.UTF_8))
				: Files.newInputStream(Path.of(credentials));
	}

}
