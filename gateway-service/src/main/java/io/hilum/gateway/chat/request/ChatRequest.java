package io.hilum.gateway.chat.request;

import java.util.ArrayList;
import java.util.List;

import io.hilum.gateway.chat.wire.Splice;
import io.hilum.gateway.models.Endpoint;
import io.hilum.gateway.phi.Form;
import org.jspecify.annotations.Nullable;

/**
 * A request as far as the gateway understands it. Everything else in its bytes passes as
 * it is.
 *
 * @param endpoint what is asked for
 * @param body the bytes as the client sent them
 * @param model the model that is asked for
 * @param stream whether the answer is to be streamed
 * @param slots the strings that must not leave as they are, in their order
 * @param hilum what is asked of Hilum itself
 * @param edits what changes beside the slots: that field goes, and the model of the path
 * comes, in the order of their places
 * @param questions what the person wrote
 * @param unscannable the field with content that cannot be searched, if there is one
 * @param contentForm the form of the answer: JSON if that is asked for
 * @param state what the provider is asked to keep, or to take from what it has kept
 * @param maxOutput the most tokens that the answer may have, 0 if the client does not say
 * @param tools the tools that it offers to the model, by name or type
 */
public record ChatRequest(Endpoint endpoint, byte[] body, String model, boolean stream, List<Slot> slots,
		HilumField hilum, List<Splice> edits, Questions questions, @Nullable String unscannable, Form contentForm,
		StoredState state, int maxOutput, List<String> tools) {

	private static final int BYTES_PER_TOKEN = 4;

	/**
	 * A request that was not read yet.
	 */
	public static final ChatRequest UNREAD = new ChatRequest(Endpoint.CHAT, new byte[0], "", false, List.of(),
			HilumField.NONE, List.of(), new Questions(), null, Form.TEXT, StoredState.NONE, 0, List.of());

	/**
	 * The same request, with one more change.
	 * @param edit the change
	 * @return the request
	 */
	public ChatRequest with(Splice edit) {
		List<Splice> all = new ArrayList<>(this.edits);
		all.add(edit);
		return new ChatRequest(this.endpoint, this.body, this.model, this.stream, this.slots, this.hilum, all,
				this.questions, this.unscannable, this.contentForm, this.state, this.maxOutput, this.tools);
	}

	/**
	 * How many tokens the request counts for against limits by the minute, before anybody
	 * has counted them: a token for four bytes, and the most that is asked for, as OpenAI
	 * does.
	 * @return the number of tokens
	 */
	public long tokens() {
		return Math.ceilDiv(this.body.length, BYTES_PER_TOKEN) + (long) this.maxOutput;
	}

	@Override
	public String toString() {
		return "ChatRequest[bytes=" + this.body.length + ", texts=" + this.slots.size() + "]";
	}

}
