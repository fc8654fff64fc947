package io.hilum.gateway.chat;

import java.util.List;

import io.hilum.gateway.models.Endpoint;
import io.hilum.gateway.phi.Form;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;

/**
 * A chat request as far as the gateway understands it. Everything else in its bytes
 * passes as it is.
 *
 * @param endpoint what is asked for
 * @param body the bytes as the client sent them
 * @param model the model that is asked for
 * @param stream whether the answer is to be streamed
 * @param slots the strings that must not leave as they are, in their order
 * @param hilum what is asked of Hilum itself
 * @param edits what changes beside the slots: that field goes, and the model of the path
 * comes, in the order of their places
 * @param firstUserText what the person wrote first
 * @param lastUserText what the person wrote last
 * @param lastUserMessage the first byte of that message; -1 if there is none
 * @param unscannable the field with content that cannot be searched, if there is one
 * @param contentForm the form of the answer: JSON if that is asked for
 */
record ChatRequest(Endpoint endpoint, byte[] body, String model, boolean stream, List<Slot> slots, HilumField hilum,
		List<Splice> edits, PhiText firstUserText, PhiText lastUserText, int lastUserMessage,
		@Nullable String unscannable, Form contentForm) {

	private static final PhiText NO_TEXT = PhiText.of("");

	/**
	 * A request that was not read yet.
	 */
	static final ChatRequest UNREAD = new ChatRequest(Endpoint.CHAT, new byte[0], "", false, List.of(), HilumField.NONE,
			List.of(), NO_TEXT, NO_TEXT, -1, null, Form.TEXT);

	@Override
	public String toString() {
		return "ChatRequest[bytes=" + this.body.length + ", texts=" + this.slots.size() + "]";
	}

}
