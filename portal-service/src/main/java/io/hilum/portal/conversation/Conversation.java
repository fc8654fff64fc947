package io.hilum.portal.conversation;

import java.util.UUID;

import io.hilum.portal.holder.Holder;
import io.hilum.portal.page.Cursor;
import io.hilum.portal.seal.Place;
import io.hilum.portal.seal.Seal;
import io.hilum.trust.seal.AesGcm;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with its open key.
 *
 * @param holder whose it is
 * @param id its id among those of its holder
 * @param seal seals and opens what belongs to it
 * @param title its title
 * @param state what needs no seal
 * @param share who else may read it
 */
public record Conversation(Holder holder, UUID id, Seal seal, @Nullable PhiText title, ConversationState state,
		@Nullable Share share) {

	private static final String KEY = "key";

	private static final String TITLE = "title";

	private static final String SHARED_BY = "shared-by";

	/**
	 * Open a conversation.
	 * @param sealed as it is stored
	 * @param holder whose it is
	 * @return the conversation
	 */
	public static Conversation open(SealedConversation sealed, Holder holder) {
		UUID id = sealed.id();
		Seal seal = new Seal(new AesGcm(holder.seal().openKey(sealed.key(), place(holder, id, KEY))));
		return new Conversation(holder, id, seal, seal.openIfPresent(sealed.title(), place(holder, id, TITLE)),
				sealed.state(), open(sealed.share(), seal, holder, id));
	}

	private static @Nullable Share open(@Nullable SealedShare share, Seal seal, Holder holder, UUID id) {
		return (share == null) ? null : new Share(share.id(), share.team(), share.leaf(),
				seal.openIfPresent(share.sharedBy(), place(holder, id, SHARED_BY)), share.sharedAt());
	}

	static SealedConversation begin(Holder holder, UUID id, @Nullable PhiText title, ConversationState state) {
		byte[] key = holder.seal().drawKey(place(holder, id, KEY));
		Conversation begun = open(new SealedConversation(holder.id(), id, key, null, state, null), holder);
		return new SealedConversation(holder.id(), id, key, begun.sealTitle(title), state, null);
	}

	byte @Nullable [] sealTitle(@Nullable PhiText newTitle) {
		return this.seal.sealIfPresent(newTitle, place(this.holder, this.id, TITLE));
	}

	byte @Nullable [] sealSharedBy(@Nullable PhiText name) {
		return this.seal.sealIfPresent(name, place(this.holder, this.id, SHARED_BY));
	}

	/**
	 * Where it stands among the conversations of its holder.
	 * @return the place in the list
	 */
	public Cursor cursor() {
		return new Cursor(this.state.updatedAt(), this.id);
	}

	private static Place place(Holder holder, UUID id, String column) {
		return Place.conversation(holder.id(), id, column);
	}

}
