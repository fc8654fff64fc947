package io.hilum.dialects.google;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a model tells about what it can do.
 *
 * @param name its short name, in lower case
 * @param generation ten times its version, such as 25 for Gemini 2.5; 0 if the name does
 * not say
 */
record GeminiModel(String name, int generation) {

	private static final Pattern VERSION = Pattern.compile("gemini-(\\d{1,2})(?:\\.(\\d))?");

	static GeminiModel of(String model) {
		String name = model.substring(model.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
		Matcher version = VERSION.matcher(name);
		if (!version.find()) {
			return new GeminiModel(name, 0);
		}
		int minor = (version.group(2) != null) ? Integer.parseInt(version.group(2)) : 0;
		return new GeminiModel(name, Integer.parseInt(version.group(1)) * 10 + minor);
	}

	boolean isPro() {
		return this.name.contains("-pro");
	}

	/**
	 * Whether thinking is asked for by level instead of by tokens, and calls of functions
	 * must come back with their signatures.
	 * @return {@code true} from Gemini 3 on
	 */
	boolean isThirdGeneration() {
		return this.generation >= 30;
	}

	boolean thinks() {
		return this.generation == 0 || this.generation >= 25;
	}

	boolean canStopThinking() {
		return thinks() && !isThirdGeneration() && !isPro();
	}

}
