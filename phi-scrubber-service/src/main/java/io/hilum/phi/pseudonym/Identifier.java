package io.hilum.phi.pseudonym;

import io.hilum.phi.detect.EntityType;

/**
 * An identifier as it stands in a text. It prints its type only.
 *
 * @param type what it is
 * @param surface the characters of the text, with their case and blanks
 */
public record Identifier(EntityType type, String surface) {

	@Override
	public String toString() {
		return "Identifier[" + this.type + "]";
	}

}
