package io.hilum.catalogue;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Hands over what has changed. It compares content, since a mounted ConfigMap is changed
 * by moving a link, and believes copies only as long as the source itself was not heard.
 */
public final class Changes {

	private final CatalogueIntake intake;

	private byte @Nullable [] seen;

	private boolean followed;

	public Changes(byte @Nullable [] first, CatalogueIntake intake) {
		this.seen = first;
		this.intake = intake;
	}

	/**
	 * Take in what is in force at the source. From now on, copies of it that arrive
	 * later, such as a mounted file, are not looked at any more.
	 * @param content the bytes of the catalogue
	 */
	public synchronized void follow(byte[] content) {
		this.followed = true;
		take(content);
	}

	/**
	 * Take in a copy of the catalogue, which may be older than what is followed.
	 * @param content the bytes of the copy
	 */
	synchronized void copied(byte[] content) {
		if (!this.followed) {
			take(content);
		}
	}

	private void take(byte[] content) {
		if (!Arrays.equals(content, this.seen)) {
			this.seen = content;
			this.intake.take(content);
		}
	}

}
