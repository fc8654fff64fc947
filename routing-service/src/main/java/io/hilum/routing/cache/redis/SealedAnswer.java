package io.hilum.routing.cache.redis;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

import io.hilum.routing.cache.CacheKey;
import io.hilum.routing.cache.CachedAnswer;
import io.hilum.routing.tokens.TokenCounts;

/**
 * The bytes of an answer in Redis: AES-256-GCM (NIST SP 800-38D) under a key that only
 * the same request leads to, a random nonce before it. Whoever reads Redis reads no
 * answers, and what somebody else put or moved there is no answer.
 */
final class SealedAnswer {

	private static final String CIPHER = "AES/GCM/NoPadding";

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private static final SecureRandom RANDOM = new SecureRandom();

	private SealedAnswer() {
	}

	static byte[] seal(CachedAnswer answer, CacheKey key) {
		byte[] nonce = new byte[NONCE_BYTES];
		RANDOM.nextBytes(nonce);
		byte[] plain = write(answer);
		byte[] sealed = new byte[NONCE_BYTES + plain.length + TAG_BITS / Byte.SIZE];
		System.arraycopy(nonce, 0, sealed, 0, NONCE_BYTES);
		try {
			cipher(Cipher.ENCRYPT_MODE, nonce, key).doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
			return sealed;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("An answer cannot be sealed", ex);
		}
	}

	/**
	 * Read an answer.
	 * @param sealed its bytes
	 * @param key the key that it was sealed with
	 * @return the answer
	 * @throws IllegalArgumentException if that is no answer to the key's request
	 */
	static CachedAnswer open(byte[] sealed, CacheKey key) {
		try {
			int length = sealed.length - NONCE_BYTES;
			if (length < 0) {
				throw new IllegalArgumentException("too short for an answer");
			}
			return read(cipher(Cipher.DECRYPT_MODE, sealed, key).doFinal(sealed, NONCE_BYTES, length));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalArgumentException("not sealed for this request", ex);
		}
	}

	private static Cipher cipher(int mode, byte[] nonce, CacheKey key) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance(CIPHER);
		cipher.init(mode, key.seal(), new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
		cipher.updateAAD(key.id().getBytes(StandardCharsets.UTF_8));
		return cipher;
	}

	private static byte[] write(CachedAnswer answer) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(answer.body().length + 256);
		TokenCounts tokens = answer.tokens();
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			out.writeUTF(answer.deployment());
			out.writeUTF(answer.model());
			for (long count : new long[] { tokens.input(), tokens.cachedInput(), tokens.cacheWrite(), tokens.output(),
					tokens.reasoning(), tokens.audioInput(), tokens.audioOutput() }) {
				out.writeLong(count);
			}
			out.write(answer.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private static CachedAnswer read(byte[] plain) {
		try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain))) {
			String deployment = in.readUTF();
			String model = in.readUTF();
			TokenCounts tokens = new TokenCounts(in.readLong(), in.readLong(), in.readLong(), in.readLong(),
					in.readLong(), in.readLong(), in.readLong());
			return new CachedAnswer(deployment, model, tokens, in.readAllBytes());
		}
		catch (IOException ex) {
			throw new IllegalArgumentException("not written as an answer", ex);
		}
	}

}
