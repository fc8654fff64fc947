package io.hilum.routing.body;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * What a body refers to that is not in it, so that its length bounds no tokens: pictures
 * by address, kept answers, files, tools that a provider runs itself, and what it tells
 * the model of tools. Looked for by name wherever it stands, and a name that is spelled
 * by escapes counts too; what is only called alike costs a larger hold and nothing else.
 *
 * @param pictures how many names of pictures there are, at least as many as pictures
 * @param tools how many names there are of tools of which the provider itself tells the
 * model something
 * @param open whether something of any length may be read
 * @param again whether a provider may read everything again after a tool that it ran
 */
public record Outside(int pictures, int tools, boolean open, boolean again) {

	private static final List<byte[]> PICTURES = names("image_url\"", "input_image\"", "image\"");

	private static final List<byte[]> TOOLS = names("tools\"", "functions\"", "bash_", "text_editor_", "computer_",
			"memory_");

	private static final List<byte[]> OPEN = names("file_id\"", "file_url\"", "previous_response_id\"", "conv_",
			"document\"");

	private static final List<byte[]> RUN = names("web_search", "web_fetch", "file_search", "code_interpreter",
			"code_execution", "url_context", "google_search", "mcp");

	private static List<byte[]> names(String... names) {
		return Arrays.stream(names).map((name) -> name.getBytes(StandardCharsets.US_ASCII)).toList();
	}

	static Outside of(byte[] body) {
		int pictures = 0;
		int tools = 0;
		boolean open = false;
		boolean again = false;
		for (int i = 0; i + 5 < body.length; i++) {
			if (body[i] == '"') {
				pictures += startsWithAny(body, i + 1, PICTURES) ? 1 : 0;
				tools += startsWithAny(body, i + 1, TOOLS) ? 1 : 0;
				open |= startsWithAny(body, i + 1, OPEN);
				again |= startsWithAny(body, i + 1, RUN);
			}
			else if (body[i] == '\\') {
				again |= spellsLetter(body, i);
				i++;
			}
		}
		return new Outside(pictures, tools, open || again, again);
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
