package io.hilum.trust.entra;

import java.time.Duration;

/**
 * A token of Entra ID.
 *
 * @param value the token
 * @param life how long it is valid from now on
 */
public record EntraToken(String value, Duration life) {

	@Override
	public String toString() {
		return "EntraToken[REDACTED]";
	}

}
