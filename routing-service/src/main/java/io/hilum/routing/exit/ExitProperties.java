package io.hilum.routing.exit;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The second look at what leaves.
 *
 * @param lookFor what stops a request; empty for nothing
 * @param canaries words that the hospital has planted and that no text has by itself,
 * such as the name of a patient who does not exist: from 6 to 64 characters each, at most
 * 500 of them
 */
@ConfigurationProperties("hilum.exit")
public record ExitProperties(@DefaultValue( {
		"ssn", "card", "npi", "dea", "mbi", "vin", "canary" }) Set<Leak> lookFor, @DefaultValue List<String> canaries){

	private static final int SHORTEST = 6;

	private static final int LONGEST = 64;

	private static final int MOST = 500;

	public ExitProperties {
		lookFor = lookFor.isEmpty() ? EnumSet.noneOf(Leak.class) : EnumSet.copyOf(lookFor);
		canaries = canaries.stream().map(String::strip).filter((word) -> !word.isEmpty()).toList();
		if (canaries.size() > MOST) {
			throw new IllegalArgumentException(
					"hilum.exit.canaries: at most " + MOST + " words, are " + canaries.size());
		}
		for (String word : canaries) {
			if (word.length() < SHORTEST || word.length() > LONGEST) {
				throw new IllegalArgumentException("hilum.exit.canaries: a word needs from " + SHORTEST + " to "
						+ LONGEST + " characters, or texts would have it by chance");
			}
		}
	}

}
