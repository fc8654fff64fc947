package io.hilum.usage.team;

import java.util.List;
import java.util.regex.Pattern;

import io.hilum.usage.problem.UsageProblem;
import org.jspecify.annotations.Nullable;

/**
 * What the fields of teams and applications may look like.
 */
final class TeamRules {

	private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

	private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,100}");

	private static final Pattern SUBJECT = Pattern.compile("[^\\p{Cntrl}]{1,256}");

	private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9*][A-Za-z0-9*_./:@-]{0,127}");

	private static final int MAX_MODELS = 64;

	private TeamRules() {
	}

	static String id(String field, @Nullable String id) {
		return matching(field, id, ID, "1 to 64 of A to Z, a to z, 0 to 9, dot, dash, underscore");
	}

	static String name(String field, @Nullable String name) {
		return matching(field, name, NAME, "1 to 100 printable characters");
	}

	static String subject(String field, @Nullable String subject) {
		return matching(field, subject, SUBJECT, "1 to 256 printable characters");
	}

	static List<String> models(List<String> models) {
		require("models",
				!models.isEmpty() && models.size() <= MAX_MODELS
						&& models.stream().allMatch((model) -> MODEL.matcher(model).matches()),
				"1 to 64 names or patterns of models");
		return List.copyOf(models);
	}

	static void require(String field, boolean condition, String expected) {
		if (!condition) {
			throw new UsageProblem.Invalid(field, "Expected " + expected);
		}
	}

	private static String matching(String field, @Nullable String value, Pattern pattern, String expected) {
		if (value == null || value.isBlank() || !pattern.matcher(value).matches()) {
			throw new UsageProblem.Invalid(field, "Expected " + expected);
		}
		return value;
	}

}
