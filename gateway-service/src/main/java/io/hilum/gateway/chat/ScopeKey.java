package io.hilum.gateway.chat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import io.hilum.trust.seal.Hmac;

/**
 * Makes names that stay the same and tell nothing (HMAC-SHA256): the scope of a
 * conversation and the aliases of people and calls. Each is bound to the caller, so that
 * one caller's name never meets another's.
 */
final class ScopeKey {

	private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

	private final Hmac key;

	ScopeKey(byte[] key) {
		this.key = new Hmac(key);
	}

	/**
	 * Make a name.
	 * @param parts what it depends on
	 * @return 24 characters of letters, digits, hyphens and underscores
	 */
	String name(String... parts) {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		for (String part : parts) {
			byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
			content.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
			content.writeBytes(bytes);
		}
		return BASE64.encodeToString(this.key.code(content.toByteArray())).substring(0, 24);
	}

}
