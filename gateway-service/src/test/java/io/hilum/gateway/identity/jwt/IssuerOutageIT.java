package io.hilum.gateway.identity.jwt;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.hilum.gateway.MutableClock;
import io.hilum.gateway.harness.ScriptedService;
import io.hilum.gateway.harness.ScriptedService.Reply;
import io.hilum.gateway.identity.IdentityFixtures;
import io.hilum.gateway.identity.IdentityProperties;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.gateway.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fault F24: a real server of keys is stopped, and its keys live on to the stated age and
 * no longer.
 */
class IssuerOutageIT {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final MutableClock clock = new MutableClock(Instant.parse("2026-01-05T08:00:00Z"));

	private final SignedTokens key = new SignedTokens("k1");

	private final AtomicInteger fetches = new AtomicInteger();

	private final ScriptedService provider = new ScriptedService((request) -> answer(request.uri()));

	private final JwtVerifier verifier = verifier();

	@AfterEach
	void stop() {
		this.provider.close();
	}

	@Test
	void livesOnToTheStatedAge() {
		StepVerifier.create(this.verifier.verify(token(this.key, "one")))
			.expectNextCount(1)
			.expectComplete()
			.verify(PATIENCE);
		this.provider.close();
		this.clock.advance(Duration.ofHours(2));
		StepVerifier.create(this.verifier.verify(token(this.key, "two")))
			.expectNextCount(1)
			.expectComplete()
			.verify(PATIENCE);
		this.clock.advance(Duration.ofSeconds(1));
		StepVerifier.create(this.verifier.verify(token(this.key, "three"))).expectErrorSatisfies((ex) -> {
			GatewayProblem problem = ((ProblemException) ex).problem();
			assertThat(problem).isInstanceOf(GatewayProblem.Unavailable.class);
			assertThat(problem.code()).isEqualTo("identity_provider_unavailable");
		}).verify(PATIENCE);
	}

	@Test
	void asksOnceForAnyNumberOfUnknownKeyIds() {
		StepVerifier.create(this.verifier.verify(token(this.key, "one")))
			.expectNextCount(1)
			.expectComplete()
			.verify(PATIENCE);
		assertThat(this.fetches).hasValue(1);
		SignedTokens stranger = new SignedTokens("unknown");
		this.clock.advance(Duration.ofSeconds(31));
		for (int i = 0; i < 50; i++) {
			StepVerifier.create(this.verifier.verify(token(stranger, "s" + i)))
				.expectError(ProblemException.class)
				.verify(PATIENCE);
		}
		assertThat(this.fetches).hasValue(2);
	}

	private String token(SignedTokens signer, String person) {
		return signer.token(Map.of("iss", this.provider.url(), "aud", "gateway", "sub", person, "typ", "Bearer"),
				this.clock.instant().plusSeconds(300));
	}

	private JwtVerifier verifier() {
		IdentityProperties properties = IdentityFixtures
			.properties(List.of(IdentityFixtures.issuer(this.provider.url(), "gateway")));
		HttpKeySetSource source = new HttpKeySetSource(WebClient.create(), properties.issuers().getFirst(),
				Duration.ofSeconds(10));
		IssuerKeys keys = new IssuerKeys(source, properties.keySetMinInterval(), properties.keySetFirstInterval(),
				Duration.ofHours(2), this.clock, () -> {
				});
		TrustedIssuer issuer = new TrustedIssuer(properties.issuers().getFirst(), properties, keys, null, this.clock);
		return new JwtVerifier(List.of(issuer), JwtVerifier.cache(100, this.clock), 8192, this.clock);
	}

	private Reply answer(String uri) {
		if (uri.endsWith("/keys")) {
			this.fetches.incrementAndGet();
			return Reply.json(200, this.key.published().toString());
		}
		return Reply.json(200,
				"{\"issuer\":\"" + this.provider.url() + "\",\"jwks_uri\":\"" + this.provider.url() + "/keys\"}");
	}

}
