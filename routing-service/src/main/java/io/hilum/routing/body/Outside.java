package io.hilum.routing.body;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * What a body refers to that is not in it, so that its length bounds no tokens: pictures
 * by address, kept answers, files, and tools that a provider runs itself. Looked for by
 * name wherever it stands, and a name that is spelled by escapes counts too; what is only
 * called alike costs a larger hold and nothing else.
 *
 * @param pictures how many names of pictures there are, at least as many as pictures
 * @param open whether something of any length may be read
 */
public record Outside(int pictures, boolean open) {

	private static final List<byte[]> PICTURES = names("image_url\"", "input_image\"", "image\"");

	private static final List<byte[]> OPEN = names("file_id\"", "file_url\"", "previous_response_id\"", "conv_",
			"web_search", "web_fetch", "file_search", "code_interpreter", "code_execution", "url_context",
			"google_search", "document\"", "mcp");

	private static List<byte[]> names(String... names) {
		return Arrays.stream(names).map((name) -> name.getBytes(StandardCharsets.US_ASCII)).toList();
	}

	static Outside of(byte[] body) {
		int pictures = 0;
		boolean open = false;
		for (int i = 0; i + 5 < body.length; i++) {
			if (body[i] == '"') {
				pictures += startsWithAny(body, i + 1, PICTURES) ? 1 : 0;
				open |= startsWithAny(body, i + 1, OPEN);
			}
			else if (body[i] == '\\') {
				open |= spellsLetter(body, i);
				i++;
			}
		}
		return new Outside(pictures, open);
	}

	private static boolean startsWithAny(byte[] body, int from, List<byte[]> names) {
		for (byte[] name : names) {
			if (from + name.length <= body.length && body[from] == name[0]
					&& Arrays.equals(body, from, from + name.length, name, 0, name.length)) {
				return true;
			}
		}
		return false;
	}

	/** An escape of what needs none, from the underscore to the letters. */
	private static boolean spellsLetter(byte[] body, int at) {
		return body[at + 1] == 'u' && body[at + 2] == '0' && body[at + 3] == '0' && body[at + 4] >= '5'
				&& body[at + 4] <= '7';
	}

}
