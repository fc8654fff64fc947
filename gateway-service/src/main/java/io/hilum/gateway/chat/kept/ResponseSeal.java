package io.hilum.gateway.chat.kept;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.hilum.trust.seal.AesGcm;
import io.hilum.trust.seal.SealBrokenException;
import org.jspecify.annotations.Nullable;

/**
 * Gives a kept response an id that holds all that must be known of it, encrypted
 * (AES-256-GCM) with a key of its caller's own: who did not get the id from this gateway
 * under the same name can neither read nor use it, and nothing has to be stored here.
 * Thread-safe.
 */
public final class ResponseSeal {

	private static final String PREFIX = "resp_";

	private static final String KEY_ALGORITHM = "HmacSHA256";

	private static final byte[] ANYWHERE = {};

	private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

	private final SecretKeySpec secret;

	private final int maxLength;

	/**
	 * Create a seal.
	 * @param secret what the keys of callers follow from, the same in all replicas
	 * @param maxLength the longest id, in characters
	 */
	public ResponseSeal(byte[] secret, int maxLength) {
		this.secret = new SecretKeySpec(secret, KEY_ALGORITHM);
		this.maxLength = maxLength;
	}

	/**
	 * Give a response an id.
	 * @param response the response
	 * @param subject its caller
	 * @return an id of letters, digits, hyphens and underscores, another one each time
	 */
	String seal(KeptResponse response, String subject) {
		int room = (this.maxLength - PREFIX.length()) / 4 * 3 - AesGcm.OVERHEAD;
		return PREFIX + ENCODER.encodeToString(cipher(subject).seal(KeptJson.write(response, room), ANYWHERE));
	}

	/**
	 * Find out what an id stands for.
	 * @param id what a caller wrote
	 * @param subject the caller
	 * @return the response, or nothing if the id was not given to this caller
	 */
	Optional<KeptResponse> open(String id, String subject) {
		byte[] sealed = bytes(id);
		if (sealed == null) {
			return Optional.empty();
		}
		try {
			return Optional.of(KeptJson.read(cipher(subject).open(sealed, ANYWHERE)));
		}
		catch (SealBrokenException | IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private byte @Nullable [] bytes(String id) {
		if (!id.startsWith(PREFIX) || id.length() > this.maxLength) {
			return null;
		}
		try {
			return Base64.getUrlDecoder().decode(id.substring(PREFIX.length()));
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private AesGcm cipher(String subject) {
		try {
			Mac mac = Mac.getInstance(KEY_ALGORITHM);
			mac.init(this.secret);
			return new AesGcm(mac.doFinal(subject.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(KEY_ALGORITHM + " is part of every JDK", ex);
		}
	}

}
