package io.hilum.gateway.harness;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/**
 * An OpenID provider as far as the gateway needs one.
 */
public final class TokenIssuer implements AutoCloseable {

	/**
	 * The audience of its tokens.
	 */
	public static final String AUDIENCE = "hilum-gateway";

	private final RSAKey key;

	private final DisposableServer server;

	TokenIssuer() {
		try {
			this.key = new RSAKeyGenerator(2048).keyID("k1").generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		this.server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.route((routes) -> routes
				.get("/.well-known/openid-configuration",
						(request, response) -> response.header("content-type", "application/json")
							.sendString(Mono.fromSupplier(
									() -> "{\"issuer\":\"" + issuer() + "\",\"jwks_uri\":\"" + issuer() + "/keys\"}")))
				.get("/keys",
						(request, response) -> response.header("content-type", "application/json")
							.sendString(Mono.just(new JWKSet(this.key.toPublicJWK()).toString()))))
			.bindNow();
	}

	/**
	 * Its name.
	 * @return the value of {@code iss}
	 */
	public String issuer() {
		return "http://127.0.0.1:" + this.server.port();
	}

	/**
	 * Sign a token.
	 * @param person whom it stands for
	 * @param roles their roles
	 * @return the token
	 */
	public String token(String person, String... roles) {
		return token(person, Map.of(), roles);
	}

	/**
	 * Sign a token.
	 * @param person whom it stands for
	 * @param more further claims
	 * @param roles their roles
	 * @return the token
	 */
	public String token(String person, Map<String, Object> more, String... roles) {
		try {
			JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(issuer())
				.subject(person)
				.audience(AUDIENCE)
				.claim("typ", "Bearer")
				.claim("team", "cardiology")
				.claim("realm_access", Map.of("roles", List.of(roles)))
				.expirationTime(Date.from(Instant.now().plusSeconds(600)));
			more.forEach(claims::claim);
			JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").type(JOSEObjectType.JWT).build();
			SignedJWT token = new SignedJWT(header, claims.build());
			token.sign(new RSASSASigner(this.key));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Sign any content, such as one that no library would write.
	 * @param claims the claims as JSON
	 * @return the token
	 */
	public String signed(String claims) {
		try {
			JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").type(JOSEObjectType.JWT).build();
			JWSObject token = new JWSObject(header, new Payload(claims));
			token.sign(new RSASSASigner(this.key));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.server.disposeNow();
	}

}
