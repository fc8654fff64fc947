package io.hilum.usage.account;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import io.hilum.usage.problem.UsageProblem;
import org.jspecify.annotations.Nullable;

/**
 * What the fields of a key may look like.
 */
final class KeyRules {

	private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,100}");

	private static final Pattern TOKEN = Pattern.compile("[^\\p{Cntrl}]{1,256}");

	private static final Pattern ROLE = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");

	private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9*][A-Za-z0-9*_./:@-]{0,127}");

	private static final int MAX_ITEMS = 64;

	private KeyRules() {
	}

	static String name(@Nullable String name) {
		require("name", name != null && !name.isBlank() && NAME.matcher(name).matches(),
				"a name of 1 to 100 printable characters");
		return Objects.requireNonNull(name);
	}

	static String token(String field, String value) {
		require(field, !value.isBlank() && TOKEN.matcher(value).matches(), "1 to 256 printable characters");
		return value;
	}

	static List<String> roles(List<String> roles) {
		require("roles", !roles.isEmpty() && all(roles, ROLE), "1 to 64 names of roles");
		return roles;
	}

	static List<String> models(List<String> models) {
		require("models", !models.isEmpty() && all(models, MODEL), "1 to 64 names or patterns of models");
		return models;
	}

	static List<String> networks(List<String> networks) {
		require("networks", networks.size() <= MAX_ITEMS && networks.stream().allMatch(Cidr::isValid),
				"at most 64 networks in CIDR form");
		return networks;
	}

	static @Nullable Instant expiry(@Nullable Instant expiresAt, Instant now) {
		require("expiresAt", expiresAt == null || expiresAt.isAfter(now), "a time to come");
		return expiresAt;
	}

	private static boolean all(List<String> values, Pattern pattern) {
		return values.size() <= MAX_ITEMS && values.stream().allMatch((value) -> pattern.matcher(value).matches());
	}

	private static void require(String field, boolean condition, String expected) {
		if (!condition) {
			throw new UsageProblem.Invalid(field, "Expected " + expected);
		}
	}

}
