package io.hilum.agents.agent;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The numbers of a text. Pure.
 */
final class Numbers {

	private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");

	private Numbers() {
	}

	static Set<String> of(String text) {
		return NUMBER.matcher(text)
			.results()
			.map((number) -> number.group().replace(",", ""))
			.collect(Collectors.toSet());
	}

}
