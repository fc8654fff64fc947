package io.hilum.portal.seal;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Where something sealed belongs. It is authenticated with the content (AAD of GCM), so
 * that what is moved to another row, column, conversation or person does not open.
 *
 * @param path whose it is, which row and which column, in ASCII
 */
public record Place(String path) {

	private static final String VERSION = "hilum-portal/1";

	/**
	 * The place of a holder's key, by which its keeper knows it.
	 * @param holder the holder
	 * @return the place
	 */
	public static Place holderKey(UUID holder) {
		return of(holder, "key");
	}

	/**
	 * The place of the key of a holder's index.
	 * @param holder the holder
	 * @return the place
	 */
	public static Place indexKey(UUID holder) {
		return of(holder, "index-key");
	}

	/**
	 * The place of a holder's preferences.
	 * @param holder the holder
	 * @return the place
	 */
	public static Place preferences(UUID holder) {
		return of(holder, "preferences");
	}

	/**
	 * The place of the name of a folder.
	 * @param holder whose folder
	 * @param folder the folder
	 * @return the place
	 */
	public static Place folder(UUID holder, UUID folder) {
		return of(holder, "folder/" + folder);
	}

	/**
	 * The place of a version of a template.
	 * @param holder whose template
	 * @param template the template
	 * @param version its version
	 * @return the place
	 */
	public static Place template(UUID holder, UUID template, int version) {
		return of(holder, "template/" + template + "/" + version);
	}

	/**
	 * The place of a column of a conversation.
	 * @param holder whose conversation
	 * @param conversation the conversation
	 * @param column the column
	 * @return the place
	 */
	public static Place conversation(UUID holder, UUID conversation, String column) {
		return of(holder, "conversation/" + conversation + "/" + column);
	}

	/**
	 * The place of a column of a message.
	 * @param holder whose conversation
	 * @param conversation the conversation
	 * @param message the message
	 * @param column the column
	 * @return the place
	 */
	public static Place message(UUID holder, UUID conversation, UUID message, String column) {
		return conversation(holder, conversation, "message/" + message + "/" + column);
	}

	private static Place of(UUID holder, String rest) {
		return new Place(VERSION + "/" + holder + "/" + rest);
	}

	byte[] bytes() {
		return this.path.getBytes(StandardCharsets.US_ASCII);
	}

}
