package io.hilum.gateway.identity.jwt;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Reads claims by their path, such as {@code realm_access.roles}.
 */
final class Claims {

	private Claims() {
	}

	static @Nullable Object at(Map<String, Object> claims, String path) {
		if (claims.containsKey(path)) {
			return claims.get(path);
		}
		Object value = claims;
		for (String name : path.split("\\.")) {
			if (!(value instanceof Map<?, ?> map)) {
				return null;
			}
			value = map.get(name);
		}
		return value;
	}

	static List<String> strings(@Nullable Object value) {
		return switch (value) {
			case Collection<?> many -> many.stream().map(String::valueOf).toList();
			case String one -> Arrays.stream(one.split(" ")).filter((part) -> !part.isEmpty()).toList();
			case null, default -> List.of();
		};
	}

	/**
	 * The values of a claim whose values may have spaces, such as names of groups.
	 */
	static List<String> list(@Nullable Object value) {
		return (value instanceof Collection<?>) ? strings(value)
				: (value instanceof String one) ? List.of(one) : List.of();
	}

	static @Nullable String first(@Nullable Object value) {
		return switch (value) {
			case String one when !one.isBlank() -> one;
			case Collection<?> many when !many.isEmpty() -> String.valueOf(many.iterator().next());
			case null, default -> null;
		};
	}

}
