package io.hilum.trust.context;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for {@link ContextSigner} and {@link ContextVerifier}.
 */
class ContextTests {

	private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

	private static final String MASTER = Base64.getEncoder().encodeToString(new byte[32]);

	private static final ServiceContext CONTEXT = new ServiceContext("req-1", "https://idp|amelia",
			List.of("Clinician"), "cardiology", null, "k1", "treatment", PhiState.DEIDENTIFIED, "p1", "c1");

	private final ContextSigner signer = new ContextSigner("gateway-service", Map.of("routing-service",
			key("gateway-service", "routing-service"), "rag-service", key("gateway-service", "rag-service")), at(NOW));

	@Test
	void verifierReadsWhatTheSignerWrote() {
		assertThat(verifier("routing-service", NOW).verify(this.signer.sign(CONTEXT, "routing-service")))
			.isEqualTo(CONTEXT);
	}

	@Test
	void tellsHowSomebodySignedInAndNothingOfWhatIsNotKnown() {
		for (SignIn signIn : List.of(new SignIn(true, List.of("c1", "c3"), NOW.minusMillis(1234)),
				new SignIn(false, List.of(), null), new SignIn(false, List.of("c1"), NOW, true))) {
			ServiceContext told = CONTEXT.withSignIn(signIn).withNetwork("10.0.0.1").withPhi(PhiState.RAW, "p2");
			String token = this.signer.sign(told, "routing-service");
			assertThat(verifier("routing-service", NOW).verify(token).signIn()).isEqualTo(signIn);
		}
		String token = this.signer.sign(CONTEXT, "routing-service");
		assertThat(verifier("routing-service", NOW).verify(token).signIn()).isNull();
	}

	@Test
	void tellsForWhichModelsACredentialIsAndNeverForMore() {
		for (ModelScope scope : List.of(ModelScope.ALL, new ModelScope(List.of("gpt-4o", "claude-*")),
				new ModelScope(List.of()))) {
			ServiceContext told = CONTEXT.withModels(scope)
				.withSignIn(new SignIn(true, List.of(), null))
				.withNetwork("10.0.0.1")
				.withRoles(List.of("Billing"))
				.withPhi(PhiState.RAW, "p2");
			ServiceContext read = verifier("routing-service", NOW).verify(this.signer.sign(told, "routing-service"));
			assertThat(read).isEqualTo(told);
			assertThat(read.models()).isEqualTo(scope);
		}
		ModelScope large = new ModelScope(List.of("m".repeat(1000), "n".repeat(1000)));
		String token = this.signer.sign(CONTEXT.withModels(large), "routing-service");
		assertThat(verifier("routing-service", NOW).verify(token).models().patterns())
			.containsExactly("m".repeat(1000));
	}

	@Test
	void isReadAgainAfterItWasKept() {
		JsonMapper json = JsonMapper.shared();
		ServiceContext told = CONTEXT.withModels(new ModelScope(List.of("gpt-4o")));
		assertThat(json.readValue(json.writeValueAsString(told), ServiceContext.class)).isEqualTo(told);
		ObjectNode before = json.valueToTree(told);
		before.remove("models");
		assertThat(json.treeToValue(before, ServiceContext.class).models()).as("kept before it said so")
			.isEqualTo(ModelScope.ALL);
	}

	@Test
	void refusesTokenOfAnotherAudience() {
		String token = this.signer.sign(CONTEXT, "rag-service");
		assertThatThrownBy(() -> verifier("routing-service", NOW).verify(token))
			.isInstanceOf(InvalidContextException.class)
			.hasMessage("signature of context is wrong");
	}

	@Test
	void refusesExpiredToken() {
		String token = this.signer.sign(CONTEXT, "routing-service");
		Instant later = NOW.plus(ContextSigner.LIFE).plusSeconds(1);
		assertThatThrownBy(() -> verifier("routing-service", later).verify(token)).hasMessage("context has expired");
		Instant justBefore = NOW.plus(ContextSigner.LIFE).minus(Duration.ofSeconds(1));
		assertThat(verifier("routing-service", justBefore).verify(token)).isEqualTo(CONTEXT);
	}

	@Test
	void refusesEverySingleChangedCharacter() {
		String token = this.signer.sign(CONTEXT, "routing-service");
		ContextVerifier verifier = verifier("routing-service", NOW);
		for (int i = 0; i < token.length() - 1; i++) {
			char changed = (token.charAt(i) == 'A') ? 'B' : 'A';
			String forged = token.substring(0, i) + changed + token.substring(i + 1);
			assertThatThrownBy(() -> verifier.verify(forged)).isInstanceOf(InvalidContextException.class);
		}
	}

	@Test
	void refusesWhatIsNoToken() {
		ContextVerifier verifier = verifier("routing-service", NOW);
		for (String token : List.of("", ".", "..", "gateway-service..", "x.y.z", "a".repeat(10_000))) {
			assertThatThrownBy(() -> verifier.verify(token)).isInstanceOf(InvalidContextException.class);
		}
		assertThatThrownBy(() -> verifier.verify(null)).hasMessage("no context");
	}

	@Test
	void refusesShortKeys() {
		assertThatThrownBy(() -> ContextKey.parse("c2hvcnQ=")).hasMessageContaining("at least 32 bytes");
	}

	private static ContextVerifier verifier(String audience, Instant now) {
		return new ContextVerifier(audience, Map.of("gateway-service", key("gateway-service", audience)), at(now));
	}

	private static ContextKey key(String issuer, String audience) {
		return ContextKey.parse(ContextKey.derive(MASTER, issuer, audience));
	}

	private static Clock at(Instant now) {
		return Clock.fixed(now, ZoneOffset.UTC);
	}

}
