package io.hilum.systemtests.upstream;

import java.util.Arrays;
import java.util.Locale;

/**
 * How the upstream answers. It goes by the first word of the model's name, so that a
 * catalogue chooses it and no test changes it under another.
 */
enum Behaviour {

	/** Answers with the last message of the user, at once. */
	ECHO,
	/** The same, with pauses. */
	SLOW,
	/** Drops the connection halfway through. */
	CUT,
	/** Falls silent halfway through. */
	STALL,
	/** Answers with status 500. */
	FAIL;

	static Behaviour of(String model) {
		String word = model.replaceFirst("-.*", "").toUpperCase(Locale.ROOT);
		return Arrays.stream(values()).filter((behaviour) -> behaviour.name().equals(word)).findAny().orElse(ECHO);
	}

}
