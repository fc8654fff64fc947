package io.hilum.gateway.chat.kept;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

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

	private static final String CIPHER = "AES/GCM/NoPadding";

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

	private final SecretKeySpec secret;

	private final SecureRandom random;

	private final int maxLength;

	/**
	 * Create a seal.
	 * @param secret what the keys of callers follow from, the same in all replicas
	 * @param random what draws nonces
	 * @param maxLength the longest id, in characters
	 */
	public ResponseSeal(byte[] secret, SecureRandom random, int maxLength) {
		this.secret = new SecretKeySpec(secret, KEY_ALGORITHM);
		this.random = random;
		this.maxLength = maxLength;
	}

	/**
	 * Give a response an id.
	 * @param response the response
	 * @param subject its caller
	 * @return an id of letters, digits, hyphens and underscores, another one each time
	 */
	String seal(KeptResponse response, String subject) {
		byte[] nonce = new byte[NONCE_BYTES];
		this.random.nextBytes(nonce);
		int room = (this.maxLength - PREFIX.length()) / 4 * 3 - NONCE_BYTES - TAG_BITS / Byte.SIZE;
		byte[] sealed = apply(Cipher.ENCRYPT_MODE, subject, nonce, KeptJson.write(response, room));
		byte[] all = ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
		return PREFIX + ENCODER.encodeToString(all);
	}

	/**
	 * Find out what an id stands for.
	 * @param id what a caller wrote
	 * @param subject the caller
	 * @return the response, or nothing if the id was not given to this caller
	 */
	Optional<KeptResponse> open(String id, String subject) {
		byte[] all = bytes(id);
		if (all == null || all.length <= NONCE_BYTES) {
			return Optional.empty();
		}
		try {
			byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
			byte[] sealed = Arrays.copyOfRange(all, NONCE_BYTES, all.length);
			return Optional.of(KeptJson.read(apply(Cipher.DECRYPT_MODE, subject, nonce, sealed)));
		}
		catch (IllegalArgumentException ex) {
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

	private byte[] apply(int mode, String subject, byte[] nonce, byte[] input) {
		try {
			Cipher cipher = Cipher.getInstance(CIPHER);
			cipher.init(mode, keyOf(subject), new GCMParameterSpec(TAG_BITS, nonce));
			return cipher.doFinal(input);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalArgumentException("not sealed for this caller", ex);
		}
	}

	private SecretKey keyOf(String subject) throws GeneralSecurityException {
		Mac mac = Mac.getInstance(KEY_ALGORITHM);
		mac.init(this.secret);
		return new SecretKeySpec(mac.doFinal(subject.getBytes(StandardCharsets.UTF_8)), "AES");
	}

}
