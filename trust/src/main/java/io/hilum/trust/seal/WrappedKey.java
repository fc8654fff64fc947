package io.hilum.trust.seal;

/**
 * A data key as it is stored. Whoever deletes all copies of it shreds what was sealed
 * under it.
 *
 * @param keyId the version of the keeper's key that wrapped it
 * @param value the wrapped key in Base64 (RFC 4648 section 5, without padding)
 */
public record WrappedKey(String keyId, String value) {

	/**
	 * Read the form in which it is stored.
	 * @param text the id of the version and the value, with a blank between
	 * @return the wrapped key
	 * @throws SealBrokenException if it is none
	 */
	public static WrappedKey parse(String text) {
		int blank = text.lastIndexOf(' ');
		if (blank < 1 || blank == text.length() - 1) {
			throw new SealBrokenException();
		}
		return new WrappedKey(text.substring(0, blank), text.substring(blank + 1));
	}

	/**
	 * The form in which it is stored.
	 * @return the id of the version and the value, with a blank between
	 */
	public String toText() {
		return this.keyId + " " + this.value;
	}

	@Override
	public String toString() {
		return "WrappedKey[keyId=" + this.keyId + "]";
	}

}
