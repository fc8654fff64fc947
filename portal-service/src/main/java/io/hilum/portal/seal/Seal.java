package io.hilum.portal.seal;

import java.nio.charset.StandardCharsets;

import io.hilum.trust.seal.AesGcm;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;

/**
 * Seals and opens what belongs to one key. Thread-safe.
 */
public final class Seal {

	private final AesGcm key;

	/**
	 * Seal with a key.
	 * @param key the key
	 */
	public Seal(AesGcm key) {
		this.key = key;
	}

	/**
	 * Seal a text.
	 * @param text the text
	 * @param place where it belongs
	 * @return what is stored
	 */
	public byte[] seal(PhiText text, Place place) {
		return this.key.seal(text.reveal().getBytes(StandardCharsets.UTF_8), place.bytes());
	}

	/**
	 * Seal a text that may be missing.
	 * @param text the text, or {@code null}
	 * @param place where it belongs
	 * @return what is stored, or {@code null}
	 */
	public byte @Nullable [] sealIfPresent(@Nullable PhiText text, Place place) {
		return (text != null) ? seal(text, place) : null;
	}

	/**
	 * Open a text.
	 * @param sealed what was stored
	 * @param place where it was found
	 * @return the text; fails if it does not belong there
	 */
	public PhiText open(byte[] sealed, Place place) {
		return PhiText.of(new String(this.key.open(sealed, place.bytes()), StandardCharsets.UTF_8));
	}

	/**
	 * Open a text that may be missing.
	 * @param sealed what was stored, or {@code null}
	 * @param place where it was found
	 * @return the text, or {@code null}
	 */
	public @Nullable PhiText openIfPresent(byte @Nullable [] sealed, Place place) {
		return (sealed != null) ? open(sealed, place) : null;
	}

	/**
	 * Draw a key under this one.
	 * @param place where it belongs
	 * @return the key, sealed, to be stored there
	 */
	public byte[] drawKey(Place place) {
		return this.key.seal(AesGcm.randomKey(), place.bytes());
	}

	/**
	 * Open a key that was drawn under this one.
	 * @param sealed what was stored
	 * @param place where it was found
	 * @return the key, 32 bytes
	 */
	public byte[] openKey(byte[] sealed, Place place) {
		return this.key.open(sealed, place.bytes());
	}

	@Override
	public String toString() {
		return "Seal[REDACTED]";
	}

}
