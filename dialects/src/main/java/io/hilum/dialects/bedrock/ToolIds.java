package io.hilum.dialects.bedrock;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Ids of tool calls. Bedrock takes fewer characters than other providers, whose ids are
 * in conversations that moved; those are hashed, so that a call and its result still
 * agree.
 */
final class ToolIds {

	private static final Pattern ALLOWED = Pattern.compile("[a-zA-Z0-9_.:-]{1,64}");

	private static final int HASH_CHARS = 40;

	private ToolIds() {
	}

	static String forBedrock(String id) {
		if (ALLOWED.matcher(id).matches()) {
			return id;
		}
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
			return "call_" + HexFormat.of().formatHex(hash).substring(0, HASH_CHARS);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("SHA-256 is part of every JVM", ex);
		}
	}

}
