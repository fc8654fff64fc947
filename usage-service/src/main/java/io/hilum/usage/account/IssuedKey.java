package io.hilum.usage.account;

import io.hilum.usage.budget.Budget;
import org.jspecify.annotations.Nullable;

/**
 * A new key with its secret, for the one answer that shows it.
 *
 * @param key the key
 * @param secret the whole key
 * @param budget what it may spend, {@code null} for as much as its owners
 * @param inForce whether the event bus has acknowledged it
 */
public record IssuedKey(ApiKey key, KeySecret secret, @Nullable Budget budget, boolean inForce) {

	IssuedKey inForce(boolean acknowledged) {
		return new IssuedKey(this.key, this.secret, this.budget, acknowledged);
	}

}
