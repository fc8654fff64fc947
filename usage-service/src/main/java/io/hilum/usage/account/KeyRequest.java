package io.hilum.usage.account;

import java.time.Instant;
import java.util.List;

import io.hilum.usage.budget.BudgetRequest;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants of a new key. Everything but the name may be left out and is then
 * taken from who asks.
 *
 * @param name what to call it
 * @param models patterns of models it may use
 * @param expiresAt when it ends
 * @param networks networks in CIDR form it may be used from
 * @param application the application it belongs to
 * @param team the team that pays
 * @param roles the roles it has
 * @param subject for whom it speaks
 * @param purpose the purpose of use
 * @param budget what the key may spend, as much as its owners may if left out
 */
public record KeyRequest(@Nullable String name, @Nullable List<String> models, @Nullable Instant expiresAt,
		@Nullable List<String> networks, @Nullable String application, @Nullable String team,
		@Nullable List<String> roles, @Nullable String subject, @Nullable String purpose,
		@Nullable BudgetRequest budget) {
}
