package io.hilum.trust.seal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What every {@link KeyKeeper} does, seen through {@link DataKeys}.
 */
public abstract class KeyKeeperContract {

	private static final byte[] TEXT = "Irma Peter".getBytes(StandardCharsets.UTF_8);

	private static final byte[] ROW = { 7 };

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	/**
	 * The keeper.
	 * @return the keeper
	 */
	protected abstract KeyKeeper keeper();

	/**
	 * Another replica's view of the same keys.
	 * @return a keeper that knows nothing yet
	 */
	protected abstract KeyKeeper replica();

	/**
	 * Give the key a new version.
	 */
	protected abstract void rotate();

	@Test
	void opensOnEveryReplicaWhatOneHasSealed() {
		WrappedKey wrapped = create();
		byte[] sealed = open(keeper(), wrapped).seal(TEXT, ROW);
		assertThat(open(replica(), WrappedKey.parse(wrapped.toText())).open(sealed, ROW)).isEqualTo(TEXT);
		assertThat(wrapped.toString()).doesNotContain(wrapped.value());
	}

	@Test
	void bindsAKeyToItsPlace() {
		WrappedKey wrapped = create();
		DataKeys keys = new DataKeys(keeper(), 10, PATIENCE);
		assertThatExceptionOfType(SealBrokenException.class)
			.isThrownBy(() -> keys.open(wrapped, "general/conversation/2").block(PATIENCE));
		assertThatExceptionOfType(SealBrokenException.class)
			.isThrownBy(() -> keys.open(new WrappedKey(wrapped.keyId(), create().value()), "general/conversation/2")
				.block(PATIENCE));
	}

	@Test
	void opensNothingThatWasChanged() {
		WrappedKey wrapped = create();
		char last = wrapped.value().charAt(wrapped.value().length() - 2);
		String changed = wrapped.value().substring(0, wrapped.value().length() - 2) + ((last == 'A') ? 'B' : 'A')
				+ wrapped.value().substring(wrapped.value().length() - 1);
		assertThatExceptionOfType(SealBrokenException.class)
			.isThrownBy(() -> open(keeper(), new WrappedKey(wrapped.keyId(), changed)));
	}

	@Test
	void rotatesWithoutAStop() {
		WrappedKey before = create();
		byte[] sealed = open(keeper(), before).seal(TEXT, ROW);
		DataKeys keys = new DataKeys(keeper(), 10, PATIENCE);
		assertThat(keys.renew(before, place()).block(PATIENCE)).isNull();
		rotate();
		assertThat(open(replica(), before).open(sealed, ROW)).isEqualTo(TEXT);
		WrappedKey after = Objects.requireNonNull(keys.renew(before, place()).block(PATIENCE));
		assertThat(after.keyId()).isNotEqualTo(before.keyId());
		assertThat(open(replica(), after).open(sealed, ROW)).isEqualTo(TEXT);
		assertThat(keys.renew(after, place()).block(PATIENCE)).isNull();
		assertThat(create().keyId()).isEqualTo(after.keyId());
	}

	@Test
	void drawsAnotherKeyForEach() {
		byte[] sealed = open(keeper(), create()).seal(TEXT, ROW);
		WrappedKey other = create();
		assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> open(keeper(), other).open(sealed, ROW));
	}

	private WrappedKey create() {
		return Objects.requireNonNull(new DataKeys(keeper(), 10, PATIENCE).create(place()).block(PATIENCE));
	}

	private static AesGcm open(KeyKeeper keeper, WrappedKey wrapped) {
		return Objects.requireNonNull(new DataKeys(keeper, 10, PATIENCE).open(wrapped, place()).block(PATIENCE));
	}

	private static String place() {
		return "general/conversation/1";
	}

}
