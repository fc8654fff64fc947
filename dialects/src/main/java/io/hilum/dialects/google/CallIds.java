package io.hilum.dialects.google;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * Ids for calls of functions that come without: always the same for the same call of the
 * same answer, however it is cut. Created per answer and not thread-safe.
 */
final class CallIds {

	private static final int LENGTH = 24;

	private String answer;

	/**
	 * Begin an answer.
	 * @param answer what it is called until Google says its own name for it
	 */
	CallIds(String answer) {
		this.answer = answer;
	}

	void identify(@Nullable String id) {
		this.answer = (id != null) ? id : this.answer;
	}

	String of(int choice, int call) {
		byte[] place = (this.answer + '/' + choice + '/' + call).getBytes(StandardCharsets.UTF_8);
		return "call_" + HexFormat.of().formatHex(sha256(place)).substring(0, LENGTH);
	}

	private static byte[] sha256(byte[] bytes) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(bytes);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java platform has SHA-256", ex);
		}
	}

}
