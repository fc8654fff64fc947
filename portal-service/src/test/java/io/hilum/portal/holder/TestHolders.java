package io.hilum.portal.holder;

import java.util.UUID;

import io.hilum.portal.seal.Seal;
import io.hilum.portal.word.WordMarks;
import io.hilum.trust.seal.AesGcm;

/**
 * Makes holders with keys that nobody keeps.
 */
public final class TestHolders {

	private TestHolders() {
	}

	/**
	 * A new person.
	 * @return the holder
	 */
	public static Holder person() {
		return with(new Seal(new AesGcm(AesGcm.randomKey())));
	}

	/**
	 * Somebody else with the same key, as if a row had been moved.
	 * @param seal the key
	 * @return the holder
	 */
	public static Holder with(Seal seal) {
		return new Holder(UUID.randomUUID(), HolderKind.PERSON, "https://idp|somebody", seal,
				new WordMarks(AesGcm.randomKey()));
	}

}
