package io.hilum.gateway.policy.file;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.hilum.gateway.policy.NamePattern;
import io.hilum.gateway.policy.Rights;
import io.hilum.trust.context.Authentication;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.convert.DurationStyle;

/**
 * What a role or a model requires of a sign-in, and what a role may use beside models.
 */
final class RightsSection {

	private static final Set<String> AUTHENTICATION_KEYS = Set.of("context", "max-age");

	private RightsSection() {
	}

	static Rights rights(Map<?, ?> role) {
		return new Rights(names(role, "features", Rights.ALL.features()),
				names(role, "collections", Rights.ALL.collections()), names(role, "tools", Rights.ALL.tools()));
	}

	private static List<NamePattern> names(Map<?, ?> role, String key, List<NamePattern> otherwise) {
		if (!role.containsKey(key)) {
			return otherwise;
		}
		if (role.get(key) == null) {
			throw new IllegalArgumentException("'" + key + "' of a role must be a list of names");
		}
		return NamePattern.listOf(CatalogueReader.strings(role, key));
	}

	static Authentication authentication(Map<?, ?> content) {
		boolean secondFactor = secondFactor(content.get("mfa"));
		if (content.get("authentication") == null) {
			return secondFactor ? new Authentication(true, List.of(), null) : Authentication.ANY;
		}
		Map<?, ?> required = CatalogueReader.mapping(content.get("authentication"), "'authentication'");
		CatalogueReader.requireKnown(required, AUTHENTICATION_KEYS, "'authentication'");
		return new Authentication(secondFactor, contexts(required), age(required.get("max-age")));
	}

	private static boolean secondFactor(@Nullable Object content) {
		if (content == null || "required".equals(content)) {
			return content != null;
		}
		throw new IllegalArgumentException("'mfa' must be 'required', or left out");
	}

	private static List<String> contexts(Map<?, ?> required) {
		List<String> contexts = (required.get("context") instanceof String one) ? List.of(one)
				: CatalogueReader.strings(required, "context");
		for (String context : contexts) {
			if (!context.matches("[\\x21\\x23-\\x5b\\x5d-\\x7e]{1,128}")) {
				throw new IllegalArgumentException("a 'context' must be printable ASCII without quotes and spaces");
			}
		}
		return contexts;
	}

	private static @Nullable Duration age(@Nullable Object content) {
		if (content == null) {
			return null;
		}
		Duration age = DurationStyle.detectAndParse(String.valueOf(content));
		if (age.isZero() || age.isNegative()) {
			throw new IllegalArgumentException("'max-age' must be longer than nothing");
		}
		return age;
	}

}
