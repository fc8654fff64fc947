package io.hilum.routing.provider.azure;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.hilum.routing.provider.ProviderFailure;
import io.hilum.routing.provider.http.TokenProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WorkloadIdentity} against a stand-in of Entra ID.
 */
class WorkloadIdentityTests {

	private final Queue<String> requests = new ConcurrentLinkedQueue<>();

	private final DisposableServer entra = HttpServer.create()
		.port(0)
		.handle((request, response) -> request.receive().aggregate().asString().flatMap((form) -> {
			this.requests.add(request.uri() + " " + form);
			boolean known = form.contains("client_assertion=account-token");
			return response.status(known ? 200 : 401)
				.sendString(Mono.just(known ? "{\"access_token\":\"t1\",\"expires_in\":3600}" : "{}"))
				.then();
		}))
		.bindNow();

	@TempDir
	Path directory;

	@AfterEach
	void stop() {
		this.entra.disposeNow();
	}

	@Test
	void exchangesTheTokenOfTheServiceAccountAndKeepsIt() throws IOException {
		WorkloadIdentity identity = identity("account-token\n");
		for (int i = 0; i < 3; i++) {
			StepVerifier.create(identity.login())
				.expectNext(Map.of("Authorization", "Bearer t1"))
				.expectComplete()
				.verify(Duration.ofSeconds(60));
		}
		assertThat(this.requests).singleElement()
			.satisfies((request) -> assertThat(request).startsWith("/tenant/oauth2/v2.0/token ")
				.contains("grant_type=client_credentials", "client_id=client",
						"scope=https%3A%2F%2Fcognitiveservices.azure.com%2F.default"));
	}

	@Test
	void isAFailureOfTheProviderIfThereIsNoToken() throws IOException {
		StepVerifier.create(identity("wrong").login())
			.expectErrorMatches((cause) -> cause instanceof ProviderFailure failure
					&& failure.kind() == ProviderFailure.Kind.UNREACHABLE)
			.verify(Duration.ofSeconds(60));
	}

	private WorkloadIdentity identity(String token) throws IOException {
		Path file = Files.writeString(this.directory.resolve("token"), token);
		URI authority = URI.create("http://localhost:" + this.entra.port() + "/");
		return new WorkloadIdentity(HttpClient.create(),
				new WorkloadIdentityProperties("client", "tenant", file.toString(), authority,
						"https://cognitiveservices.azure.com/.default"),
				new TokenProperties(Duration.ofMinutes(5), Duration.ofSeconds(30), Duration.ofSeconds(2)),
				Clock.systemUTC());
	}

}
