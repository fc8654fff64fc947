package io.hilum.gateway;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.hilum.gateway.harness.RunningGateway;
import io.hilum.gateway.harness.ScriptedService;
import io.hilum.gateway.harness.TokenIssuer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Attacks on tokens and keys that need the whole gateway: keys of the attacker's own, two
 * claims of one name, odd forms of the header, and hashes in place of secrets. What one
 * verifier can be asked alone is in {@code JwtVerifierTests}.
 */
class TokenAttacksIT {

	private final RunningGateway gateway = RunningGateway.shared();

	private final ScriptedService canary = new ScriptedService(
			(request) -> ScriptedService.Reply.json(200, "{\"keys\":[]}"));

	@AfterEach
	void close() {
		this.canary.close();
	}

	@Test
	@DisplayName("JWT: nobody is asked for keys whom the token names (jku, x5u, jwk, iss, kid)")
	void asksNobodyForKeysWhomATokenNames() throws JOSEException {
		RSAKey own = new RSAKeyGenerator(2048).keyID("k1").generate();
		String here = this.canary.url();
		List<JWSHeader> headers = new ArrayList<>();
		headers.add(header("k1").jwkURL(URI.create(here + "/keys")).build());
		headers.add(header("k1").x509CertURL(URI.create(here + "/cert")).build());
		headers.add(header("k1").jwk(own.toPublicJWK()).build());
		headers.add(header(here + "/keys").build());
		headers.add(header("x".repeat(10_000)).build());
		for (JWSHeader header : headers) {
			for (String issuer : List.of(this.gateway.issuer.issuer(), here,
					here + "/.well-known/openid-configuration")) {
				JWSObject token = new JWSObject(header, new Payload(claims("\"iss\":\"" + issuer + "\"")));
				token.sign(new RSASSASigner(own));
				assertThat(models("Bearer " + token.serialize())).as("%s %s", header, issuer).isIn(400, 401, 431);
			}
		}
		assertThat(this.canary.received()).isEmpty();
	}

	@Test
	@DisplayName("JWT: of two claims of one name the trusted one does not cover the other")
	void believesNoClaimThatStandsTwice() {
		String issuer = "\"iss\":\"" + this.gateway.issuer.issuer() + "\"";
		assertThat(models("Bearer " + this.gateway.issuer.signed(claims(issuer)))).isEqualTo(200);
		for (String twice : List.of(issuer + ",\"iss\":\"https://elsewhere.example\"",
				issuer + ",\"aud\":\"somebody-else\"", issuer + ",\"exp\":1", issuer + ",\"typ\":\"Refresh\"",
				issuer + ",\"nbf\":9999999999,\"nbf\":9999999998")) {
			assertThat(models("Bearer " + this.gateway.issuer.signed(claims(twice)))).as(twice).isEqualTo(401);
		}
	}

	@ParameterizedTest
	@DisplayName("JWT: the header has one form (Keycloak's lax parse of Bearer)")
	@ValueSource(strings = { "Bearer\t%s", "Bearer%s", "Bearer,%s", "Bearer %s %s", "Bearer %s,Bearer %s", "Basic %s",
			"Token %s", "Bearer \"%s\"", "Bearer=%s", "Bearer %s.", "Bearer .%s", "DPoP %s", "%s" })
	void takesTheHeaderInOneForm(String form) {
		String token = this.gateway.issuer.token("amelia", "Clinician");
		assertThat(models("Bearer " + token)).isEqualTo(200);
		assertThat(models(form.replace("%s", token))).isEqualTo(401);
	}

	@Test
	@DisplayName("Keys: the hash that is stored is no credential (GHSA-69x8-hrgq-fjj8)")
	void takesNoHashForAKey() {
		String key = this.gateway.issueKey("hashed", "[\"Clinician\"]",
				",\"models\":[\"*\"],\"networks\":[],\"expiresAt\":null");
		assertThat(models("Bearer " + key)).isEqualTo(200);
		String hash = RunningGateway.sha256(key);
		for (String guess : List.of(hash, "hlm_hashed_" + hash, "hlm_hashed_" + hash.substring(0, 43), "sha256:" + hash,
				"hlm_hashed_", "hlm_hashed", key.substring(0, key.length() - 1), key + "k",
				key.toUpperCase(Locale.ROOT), key.replace("hashed", "hashe"), " " + key + " x")) {
			assertThat(models("Bearer " + guess)).as(guess).isEqualTo(401);
		}
	}

	private int models(String authorization) {
		return this.gateway
			.send(HttpRequest.newBuilder(this.gateway.uri("/v1/models")).header("authorization", authorization).build())
			.statusCode();
	}

	private static JWSHeader.Builder header(String kid) {
		return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid).type(JOSEObjectType.JWT);
	}

	private static String claims(String more) {
		return "{\"sub\":\"amelia\",\"aud\":\"" + TokenIssuer.AUDIENCE
				+ "\",\"typ\":\"Bearer\",\"exp\":9999999999,\"realm_access\":{\"roles\":[\"Clinician\"]}," + more + "}";
	}

}
