package io.hilum.gateway.identity.jwt;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The SHA-256 of a whole token: two tokens that differ in one character are two keys of
 * the cache (CVE-2026-35030).
 *
 * @param a the first quarter
 * @param b the second quarter
 * @param c the third quarter
 * @param d the last quarter
 */
record TokenDigest(long a, long b, long c, long d) {

	static TokenDigest of(String token) {
		try {
			ByteBuffer digest = ByteBuffer
				.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
			return new TokenDigest(digest.getLong(), digest.getLong(), digest.getLong(), digest.getLong());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("SHA-256 is part of every JDK", ex);
		}
	}

}
