package io.hilum.trust.context;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Believes a context only if a known issuer signed it for this service, and it is not too
 * old. Thread-safe.
 */
public final class ContextVerifier {

	private static final int MAX_LENGTH = 8192;

	private static final JsonMapper JSON = JsonMapper.shared();

	private final String audience;

	private final Map<String, ContextKey> keys;

	private final Clock clock;

	/**
	 * Create a verifier.
	 * @param audience the name of this service
	 * @param keys the key shared with each issuer, by its name
	 * @param clock the clock by which contexts expire
	 */
	public ContextVerifier(String audience, Map<String, ContextKey> keys, Clock clock) {
		this.audience = audience;
		this.keys = Map.copyOf(keys);
		this.clock = clock;
	}

	/**
	 * Verify the value of the {@link ServiceContext#HEADER} header.
	 * @param token the value, or {@code null} if the header is missing
	 * @return the context
	 * @throws InvalidContextException if the token must not be believed
	 */
	public ServiceContext verify(@Nullable String token) {
		if (token == null || token.length() > MAX_LENGTH) {
			throw new InvalidContextException((token == null) ? "no context" : "context too long");
		}
		int first = token.indexOf('.');
		int last = token.lastIndexOf('.');
		if (first <= 0 || last <= first) {
			throw new InvalidContextException("context is not of three parts");
		}
		String issuer = token.substring(0, first);
		requireSignature(issuer, token.substring(0, last), token.substring(last + 1));
		ContextToken content = read(token.substring(first + 1, last));
		if (!issuer.equals(content.issuer()) || !this.audience.equals(content.audience())) {
			throw new InvalidContextException("context is for another service");
		}
		if (content.expiresEpochSecond() < this.clock.instant().getEpochSecond()) {
			throw new InvalidContextException("context has expired");
		}
		return content.toContext();
	}

	/**
	 * Who signed a token that was verified.
	 * @param token the token
	 * @return the name of the issuer
	 */
	public static String issuerOf(String token) {
		return token.substring(0, token.indexOf('.'));
	}

	private void requireSignature(String issuer, String content, String signature) {
		ContextKey key = this.keys.get(issuer);
		if (key == null) {
			throw new InvalidContextException("issuer of context is not known");
		}
		byte[] expected = key.sign(content.getBytes(StandardCharsets.US_ASCII));
		if (!MessageDigest.isEqual(expected, decode(signature))) {
			throw new InvalidContextException("signature of context is wrong");
		}
	}

	private static ContextToken read(String content) {
		try {
			return JSON.readValue(decode(content), ContextToken.class);
		}
		catch (JacksonException ex) {
			throw new InvalidContextException("content of context is not readable");
		}
	}

	private static byte[] decode(String base64) {
		try {
			return Base64.getUrlDecoder().decode(base64);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidContextException("context is not Base64");
		}
	}

}
