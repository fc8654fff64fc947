package io.hilum.gateway.policy.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.hilum.gateway.policy.NamePattern;
import io.hilum.gateway.policy.PhiMode;
import io.hilum.gateway.policy.PhiRule;
import io.hilum.gateway.policy.PhiRule.TypeRule;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code phi} of a catalogue: what is done to identifiers by role, model and
 * collection.
 */
final class PhiSection {

	private static final Set<String> KEYS = Set.of("roles", "models", "collections", "mode", "threshold", "types");

	private static final Set<String> TYPE_KEYS = Set.of("mode", "threshold");

	private static final double MAX_THRESHOLD = 0.9;

	private PhiSection() {
	}

	static List<PhiRule> read(@Nullable Object content) {
		if (content == null) {
			return List.of();
		}
		if (content instanceof List<?> rules) {
			return rules.stream().map((rule) -> rule(CatalogueReader.mapping(rule, "a rule of 'phi'"))).toList();
		}
		throw new IllegalArgumentException("'phi' must be a list of rules");
	}

	private static PhiRule rule(Map<?, ?> content) {
		CatalogueReader.requireKnown(content, KEYS, "a rule of 'phi'");
		PhiMode mode = mode(content.get("mode"));
		if (mode == PhiMode.ALLOW) {
			throw new IllegalArgumentException(
					"a rule of 'phi' cannot allow everything: that is for a role, or for single types");
		}
		Map<String, TypeRule> types = new HashMap<>();
		if (content.get("types") != null) {
			CatalogueReader.mapping(content.get("types"), "'types' of a rule of 'phi'")
				.forEach((name, type) -> types.put(type(String.valueOf(name)), typeRule(type)));
		}
		return new PhiRule(CatalogueReader.strings(content, "roles"),
				NamePattern.listOf(CatalogueReader.strings(content, "models")),
				CatalogueReader.strings(content, "collections"), mode, threshold(content.get("threshold")), types);
	}

	private static String type(String name) {
		if (!PhiRule.IDENTIFIERS.contains(name)) {
			throw new IllegalArgumentException("'phi' knows no type of identifier '" + name + "'");
		}
		return name;
	}

	private static TypeRule typeRule(@Nullable Object content) {
		if (content instanceof String mode) {
			return new TypeRule(PhiMode.parse(mode), null);
		}
		Map<?, ?> rule = CatalogueReader.mapping(content, "a type of a rule of 'phi'");
		CatalogueReader.requireKnown(rule, TYPE_KEYS, "a type of a rule of 'phi'");
		return new TypeRule(mode(rule.get("mode")), threshold(rule.get("threshold")));
	}

	private static @Nullable PhiMode mode(@Nullable Object content) {
		return (content != null) ? PhiMode.parse(String.valueOf(content)) : null;
	}

	private static @Nullable Double threshold(@Nullable Object content) {
		if (content == null) {
			return null;
		}
		if (content instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() <= MAX_THRESHOLD) {
			return number.doubleValue();
		}
		throw new IllegalArgumentException("a threshold of 'phi' must be a number from 0 to " + MAX_THRESHOLD);
	}

}
