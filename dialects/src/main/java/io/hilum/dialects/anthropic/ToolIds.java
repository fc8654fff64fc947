package io.hilum.dialects.anthropic;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The ids of tool calls. Anthropic takes letters, digits, {@code _} and {@code -} only;
 * conversations that began with another provider may have others.
 */
final class ToolIds {

	private static final Pattern TAKEN = Pattern.compile("[a-zA-Z0-9_-]+");

	private ToolIds() {
	}

	/**
	 * An id that Anthropic takes. Different ids stay different, so that no result meets
	 * the call of another.
	 * @param id the client's id
	 * @return the same id, or one that is made of its bytes
	 */
	static String forAnthropic(String id) {
		return TAKEN.matcher(id).matches() ? id
				: "hex_" + HexFormat.of().formatHex(id.getBytes(StandardCharsets.UTF_8));
	}

}
