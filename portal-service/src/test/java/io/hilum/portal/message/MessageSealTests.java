package io.hilum.portal.message;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;

import io.hilum.portal.conversation.Conversation;
import io.hilum.portal.conversation.ConversationState;
import io.hilum.portal.holder.Holder;
import io.hilum.portal.holder.TestHolders;
import io.hilum.portal.seal.Seal;
import io.hilum.trust.seal.AesGcm;
import io.hilum.trust.seal.SealBrokenException;
import io.hilum.trust.text.PhiText;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A message is bound to its row: whoever moves its columns within the database makes them
 * unreadable.
 */
class MessageSealTests {

	private static final Seal SEAL = new Seal(new AesGcm(AesGcm.randomKey()));

	private final Holder amelia = TestHolders.person();

	private final Conversation conversation = conversation(this.amelia, UUID.randomUUID());

	private final Message message = new Message(UUID.randomUUID(), null, MessageRole.USER, null,
			PhiText.of("Irma Peter, MRN 48121"), PhiText.of("[NAME_7KQ2], MRN [MRN_B2X4]"), true, PhiText.of("{}"),
			Instant.EPOCH);

	private final SealedMessage sealed = this.message.seal(this.conversation);

	@Test
	void opensWhereItBelongs() {
		assertThat(Message.open(this.sealed, this.conversation)).isEqualTo(this.message);
		assertThat(new String(this.sealed.text(), StandardCharsets.ISO_8859_1)).doesNotContain("Irma", "48121");
	}

	@Test
	void doesNotOpenInAnotherRow() {
		refuses((row) -> row(UUID.randomUUID(), row.text(), row.seen(), row.details()));
	}

	@Test
	void doesNotOpenInAnotherColumn() {
		refuses((row) -> row(row.id(), row.details(), row.text(), row.details()));
		refuses((row) -> row(row.id(), row.details(), row.seen(), row.text()));
	}

	@Test
	void doesNotOpenInAnotherConversationOrForSomebodyElse() {
		assertBroken(() -> Message.open(this.sealed, conversation(this.amelia, UUID.randomUUID())));
		assertBroken(() -> Message.open(this.sealed, conversation(TestHolders.with(SEAL), this.conversation.id())));
	}

	@Test
	void doesNotOpenWhenChanged() {
		for (int i = 0; i < this.sealed.text().length; i++) {
			byte[] changed = this.sealed.text().clone();
			changed[i] ^= 1;
			refuses((row) -> row(row.id(), changed, row.seen(), row.details()));
		}
	}

	private void refuses(UnaryOperator<SealedMessage> move) {
		assertBroken(() -> Message.open(move.apply(this.sealed), this.conversation));
	}

	private static void assertBroken(ThrowingCallable opening) {
		assertThatExceptionOfType(SealBrokenException.class).isThrownBy(opening);
	}

	private static SealedMessage row(UUID id, byte[] text, byte @Nullable [] seen, byte[] details) {
		return new SealedMessage(id, null, MessageRole.USER, null, text, seen, true, details, Instant.EPOCH);
	}

	private static Conversation conversation(Holder holder, UUID id) {
		ConversationState state = new ConversationState("cardiology", null, null, false, false, null, 0, null,
				Instant.EPOCH, Instant.EPOCH);
		return new Conversation(holder, id, SEAL, null, state, null);
	}

}
