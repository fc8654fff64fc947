package io.hilum.routing.cache.redis;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import io.hilum.routing.cache.CacheKey;
import io.hilum.routing.cache.CachedAnswer;
import io.hilum.routing.tokens.TokenCounts;
import io.hilum.trust.seal.AesGcm;
import io.hilum.trust.seal.SealBrokenException;

/**
 * The bytes of an answer in Redis: AES-256-GCM (NIST SP 800-38D) under a key that only
 * the same request leads to, a random nonce before it. Whoever reads Redis reads no
 * answers, and what somebody else put or moved there is no answer.
 */
final class SealedAnswer {

	private SealedAnswer() {
	}

	static byte[] seal(CachedAnswer answer, CacheKey key) {
		return cipher(key).seal(write(answer), place(key));
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
			return read(cipher(key).open(sealed, place(key)));
		}
		catch (SealBrokenException ex) {
			throw new IllegalArgumentException("not sealed for this request", ex);
		}
	}

	private static AesGcm cipher(CacheKey key) {
		return new AesGcm(key.seal().getEncoded());
	}

	private static byte[] place(CacheKey key) {
		return key.id().getBytes(StandardCharsets.UTF_8);
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
