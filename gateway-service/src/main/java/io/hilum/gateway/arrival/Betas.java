package io.hilum.gateway.arrival;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The betas of Anthropic's API that a client asks for: {@code anthropic-beta}, names with
 * commas between, in one header or several. What is no name of a beta is passed over, as
 * no catalogue can allow it, and so is what comes after twenty.
 */
final class Betas {

	static final String HEADER = "anthropic-beta";

	private static final int MOST = 20;

	private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");

	private Betas() {
	}

	static List<String> parse(@Nullable List<String> headers) {
		if (headers == null) {
			return List.of();
		}
		return headers.stream()
			.flatMap((header) -> Arrays.stream(header.split(",", MOST + 1)).limit(MOST))
			.map(String::strip)
			.filter((name) -> NAME.matcher(name).matches())
			.distinct()
			.limit(MOST)
			.toList();
	}

}
