package io.hilum.phi.detect.known;

import io.hilum.phi.detect.EntityType;

/**
 * An identifier that the caller knows to belong to somebody in the texts. It prints its
 * type only.
 *
 * @param type what it is
 * @param value the identifier
 */
public record Identity(EntityType type, String value) {

	@Override
	public String toString() {
		return "Identity[" + this.type + "]";
	}

}
