package io.hilum.rag.seal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import io.hilum.trust.seal.SealBrokenException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link MasterKey} and {@link DataKey}.
 */
class MasterKeyTests {

	private static final UUID COLLECTION = new UUID(1, 1);

	private static final UUID DOCUMENT = new UUID(2, 2);

	private static final UUID PASSAGE = new UUID(3, 3);

	private static final Place PLACE = Place.text(COLLECTION, DOCUMENT, PASSAGE);

	private static final byte[] TEXT = "Irma Peter, MRN 964741".getBytes(StandardCharsets.UTF_8);

	private final MasterKey master = MasterKey.parse(Base64.getEncoder().encodeToString(new byte[32]));

	private final byte[] wrapped = this.master.newWrappedKey(COLLECTION);

	private final DataKey key = this.master.unwrap(this.wrapped, COLLECTION);

	@Test
	void opensWhatItSealed() {
		assertThat(this.key.open(this.key.seal(TEXT, PLACE), PLACE)).isEqualTo(TEXT);
	}

	@Test
	void neverSealsTheSameTwice() {
		assertThat(this.key.seal(TEXT, PLACE)).isNotEqualTo(this.key.seal(TEXT, PLACE));
	}

	@Test
	void refusesContentOfAnotherPlace() {
		byte[] sealed = this.key.seal(TEXT, PLACE);
		for (Place other : new Place[] { Place.text(COLLECTION, DOCUMENT, DOCUMENT),
				Place.text(COLLECTION, PASSAGE, PASSAGE), Place.text(DOCUMENT, DOCUMENT, PASSAGE),
				Place.vector(COLLECTION, DOCUMENT, PASSAGE), Place.title(COLLECTION, DOCUMENT),
				Place.file(COLLECTION, DOCUMENT) }) {
			assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> this.key.open(sealed, other));
		}
	}

	@Test
	void refusesEverySingleChangedByte() {
		byte[] sealed = this.key.seal(TEXT, PLACE);
		for (int i = 0; i < sealed.length; i++) {
			byte[] changed = sealed.clone();
			changed[i] ^= 1;
			assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> this.key.open(changed, PLACE));
		}
	}

	@Test
	void refusesWhatIsTooShortToBeSealed() {
		assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> this.key.open(new byte[27], PLACE));
	}

	@Test
	void keyOfOneCollectionDoesNotUnwrapForAnother() {
		assertThatExceptionOfType(SealBrokenException.class)
			.isThrownBy(() -> this.master.unwrap(this.wrapped, DOCUMENT));
	}

	@Test
	void otherMasterDoesNotUnwrap() {
		byte[] other = new byte[32];
		other[0] = 1;
		MasterKey stranger = MasterKey.parse(Base64.getEncoder().encodeToString(other));
		assertThatExceptionOfType(SealBrokenException.class)
			.isThrownBy(() -> stranger.unwrap(this.wrapped, COLLECTION));
	}

	@Test
	void opensBothWaysWhileItIsBeingRotated() {
		String before = Base64.getEncoder().encodeToString(new byte[32]);
		byte[] bytes = new byte[32];
		bytes[0] = 1;
		String after = Base64.getEncoder().encodeToString(bytes);
		byte[] sealed = this.key.seal(TEXT, PLACE);
		MasterKey prepared = MasterKey.parse(before, List.of(after));
		MasterKey rotated = MasterKey.parse(after, List.of(before));
		assertThat(prepared.renew(this.wrapped, COLLECTION)).isEmpty();
		byte[] renewed = rotated.renew(this.wrapped, COLLECTION).orElseThrow();
		assertThat(rotated.renew(renewed, COLLECTION)).isEmpty();
		for (MasterKey replica : new MasterKey[] { prepared, rotated, MasterKey.parse(after) }) {
			assertThat(replica.unwrap(renewed, COLLECTION).open(sealed, PLACE)).isEqualTo(TEXT);
		}
		assertThat(prepared.unwrap(this.wrapped, COLLECTION).open(sealed, PLACE)).isEqualTo(TEXT);
		assertThatExceptionOfType(SealBrokenException.class)
			.isThrownBy(() -> MasterKey.parse(after).renew(this.wrapped, COLLECTION));
		assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> rotated.renew(this.wrapped, DOCUMENT));
	}

	@Test
	void refusesMastersOfOtherLengths() {
		assertThatIllegalArgumentException().isThrownBy(() -> MasterKey.parse("c2hvcnQ="))
			.withMessageContaining("32 bytes");
		assertThatIllegalArgumentException().isThrownBy(() -> MasterKey.parse("not Base64!"))
			.withMessage("the master key is not Base64");
	}

	@Test
	void refusesToStartWithoutMaster() {
		assertThatIllegalArgumentException().isThrownBy(() -> new SealProperties(" ", List.of()))
			.withMessageContaining("HILUM_RAG_MASTER");
	}

	@Test
	void printsNothingOfKeys() {
		assertThat(this.master + " " + this.key).isEqualTo("MasterKey[REDACTED] DataKey[REDACTED]");
	}

}
