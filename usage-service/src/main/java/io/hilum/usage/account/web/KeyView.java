package io.hilum.usage.account.web;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hilum.usage.account.ApiKey;
import io.hilum.usage.account.IssuedKey;
import io.hilum.usage.account.Retiring;
import io.hilum.usage.budget.Budget;
import io.hilum.usage.budget.BudgetLimit;
import org.jspecify.annotations.Nullable;

/**
 * A key as its owner sees it. The key itself is there only in the answer that issues it.
 *
 * @param id the id
 * @param key the whole key
 * @param inForce whether the other services know it
 * @param name what its owner calls it
 * @param subject for whom it speaks
 * @param roles the roles it has
 * @param team the team that pays
 * @param application the application it belongs to
 * @param purpose the purpose of use
 * @param models patterns of models it may use
 * @param networks networks it may be used from
 * @param expiresAt when it ends
 * @param budget what it may spend by itself, as much as its owners may if there is none
 * @param createdAt when it was issued
 * @param createdBy who issued it
 * @param retiringUntil until when the secret before opens too
 * @param revoked whether it was revoked
 * @param revokedAt when it was revoked
 */
record KeyView(String id, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String key,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean inForce, String name, String subject,
		List<String> roles, String team, @Nullable String application, String purpose, List<String> models,
		List<String> networks, @Nullable Instant expiresAt, @Nullable BudgetLimit budget, Instant createdAt,
		String createdBy, @Nullable Instant retiringUntil, boolean revoked, @Nullable Instant revokedAt) {

	static KeyView of(ApiKey key, @Nullable Budget budget) {
		return of(key, budget, null, null);
	}

	static KeyView withSecret(IssuedKey issued) {
		return of(issued.key(), issued.budget(), issued.secret().value(), issued.inForce());
	}

	private static KeyView of(ApiKey key, @Nullable Budget budget, @Nullable String secret, @Nullable Boolean inForce) {
		Retiring retiring = key.retiring();
		return new KeyView(key.id(), secret, inForce, key.name(), key.subject(), key.roles(), key.team(),
				key.application(), key.purpose(), key.models(), key.networks(), key.expiresAt(),
				(budget != null) ? BudgetLimit.of(budget) : null, key.createdAt(), key.createdBy(),
				(retiring != null) ? retiring.until() : null, key.revoked(), key.revokedAt());
	}

	@Override
	public String toString() {
		return "KeyView[" + this.id + "]";
	}

}
