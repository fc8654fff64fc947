package io.hilum.routing.provider.google;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.google.api.client.testing.http.MockHttpTransport;
import com.google.api.client.testing.http.MockLowLevelHttpRequest;
import com.google.api.client.testing.http.MockLowLevelHttpResponse;
import io.hilum.routing.provider.ProviderFailure;
import io.hilum.routing.provider.http.TokenProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GoogleLogin} against a stand-in of Google's server of tokens.
 */
class GoogleLoginTests {

	private static final TokenProperties TOKENS = new TokenProperties(Duration.ofMinutes(5), Duration.ofSeconds(30),
			Duration.ofSeconds(2));

	private final Queue<String> requests = new ConcurrentLinkedQueue<>();

	private final DisposableServer google = HttpServer.create()
		.host("127.0.0.1")
		.port(0)
		.handle((request, response) -> request.receive().aggregate().asString().flatMap((form) -> {
			this.requests.add(form);
			return response.header("content-type", "application/json")
				.sendString(Mono.just("{\"access_token\":\"t1\",\"expires_in\":3600,\"token_type\":\"Bearer\"}"))
				.then();
		}))
		.bindNow();

	@TempDir
	Path directory;

	@AfterEach
	void stop() {
		this.google.disposeNow();
	}

	@Test
	void logsInWithTheKeyOfAServiceAccountAndKeepsTheToken() throws Exception {
		GoogleLogin login = login(serviceAccount());
		for (int i = 0; i < 3; i++) {
			StepVerifier.create(login.headers())
				.expectNext(Map.of("Authorization", "Bearer t1"))
				.expectComplete()
				.verify(Duration.ofSeconds(60));
		}
		assertThat(this.requests).singleElement()
			.satisfies((form) -> assertThat(form)
				.contains("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer", "assertion="));
	}

	@Test
	void readsCredentialsFromAFile() throws Exception {
		Path file = Files.writeString(this.directory.resolve("key.json"), serviceAccount());
		StepVerifier.create(login(file.toString()).headers())
			.expectNext(Map.of("Authorization", "Bearer t1"))
			.expectComplete()
			.verify(Duration.ofSeconds(60));
	}

	/**
	 * Its address must be one of HTTPS, so the answer is put in by the transport.
	 */
	@Test
	void exchangesATokenOfAnotherIdentityProvider() throws IOException {
		Path subject = Files.writeString(this.directory.resolve("token"), "cluster-token");
		MockLowLevelHttpRequest exchange = new MockLowLevelHttpRequest();
		exchange.setResponse(new MockLowLevelHttpResponse().setContentType("application/json")
			.setContent("{\"access_token\":\"t2\",\"issued_token_type\":\"urn:x\",\"expires_in\":3600,"
					+ "\"token_type\":\"Bearer\"}"));
		GoogleLogin login = new GoogleLogin(
				"""
						{"type":"external_account","audience":"//iam.googleapis.com/projects/1/locations/global/pool",
						"subject_token_type":"urn:ietf:params:oauth:token-type:jwt",
						"token_url":"https://sts.googleapis.com/v1/token","credential_source":{"file":"%s"}}"""
					.formatted(subject),
				new GoogleLoginProperties(Duration.ofSeconds(8)), TOKENS, Clock.systemUTC(),
				() -> new MockHttpTransport.Builder().setLowLevelHttpRequest(exchange).build());
		StepVerifier.create(login.headers())
			.expectNext(Map.of("Authorization", "Bearer t2"))
			.expectComplete()
			.verify(Duration.ofSeconds(60));
		assertThat(exchange.getContentAsString()).contains("subject_token=cluster-token",
				"scope=https%3A%2F%2Fwww.googleapis.com%2Fauth%2Fcloud-platform");
	}

	@Test
	void isAFailureOfTheProviderIfThereIsNoToken() {
		StepVerifier.create(login(this.directory.resolve("nowhere.json").toString()).headers())
			.expectErrorMatches((cause) -> cause instanceof ProviderFailure failure
					&& failure.kind() == ProviderFailure.Kind.UNREACHABLE)
			.verify(Duration.ofSeconds(60));
	}

	private static GoogleLogin login(String credentials) {
		return new GoogleLogin(credentials, new GoogleLoginProperties(Duration.ofSeconds(8)), TOKENS,
				Clock.systemUTC());
	}

	private String serviceAccount() throws NoSuchAlgorithmException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
		generator.initialize(2048);
		KeyPair key = generator.generateKeyPair();
		String pem = "-----BEGIN PRIVATE KEY-----\\n"
				+ Base64.getEncoder().encodeToString(key.getPrivate().getEncoded()) + "\\n-----END PRIVATE KEY-----\\n";
		return """
				{"type":"service_account","project_id":"p","private_key_id":"1","private_key":"%s",
				"client_email":"hilum@p.iam.gserviceaccount.com","client_id":"2","token_uri":"%s"}""".formatted(pem,
				tokenUrl());
	}

	private String tokenUrl() {
		return "http://127.0.0.1:" + this.google.port() + "/token";
	}

}
