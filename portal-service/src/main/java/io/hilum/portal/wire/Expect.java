package io.hilum.portal.wire;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import io.hilum.portal.problem.PortalProblem;
import org.jspecify.annotations.Nullable;

/**
 * Checks fields of requests. What is wrong is told by the name of the field, never by
 * what is in it.
 */
public final class Expect {

	/**
	 * Names of models have neither blanks nor other letters, so that nothing that a
	 * person says fits where a name is stored without a seal.
	 */
	private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@+~-]{0,199}");

	private Expect() {
	}

	/**
	 * A field that must be there.
	 * @param value its value
	 * @param param its name
	 * @param <T> its type
	 * @return its value
	 */
	public static <T> T present(@Nullable T value, String param) {
		if (value == null) {
			throw PortalProblem.invalid(param, param + " is missing");
		}
		return value;
	}

	/**
	 * A text that must be there and not be blank.
	 * @param value the text
	 * @param param its name
	 * @param max how many characters it may have
	 * @return the text
	 */
	public static String text(@Nullable String value, String param, int max) {
		String text = atMost(present(value, param), param, max);
		if (text.isBlank()) {
			throw PortalProblem.invalid(param, param + " must not be blank");
		}
		return text;
	}

	/**
	 * A text that may be missing.
	 * @param value the text, or {@code null}
	 * @param param its name
	 * @param max how many characters it may have
	 * @return the text, {@code null} where it is missing or blank
	 */
	public static @Nullable String optional(@Nullable String value, String param, int max) {
		return (value == null || value.isBlank()) ? null : atMost(value, param, max);
	}

	/**
	 * The name of a model that may be missing.
	 * @param value the name, or {@code null}
	 * @param param its name
	 * @return the name
	 */
	public static @Nullable String model(@Nullable String value, String param) {
		if (value != null && !MODEL.matcher(value).matches()) {
			throw PortalProblem.invalid(param, "Expected the name of a model");
		}
		return value;
	}

	/**
	 * A list that may be missing.
	 * @param values the list, or {@code null}
	 * @param param its name
	 * @param max how many entries it may have
	 * @param <T> the type of its entries
	 * @return the list
	 */
	public static <T> List<T> list(@Nullable List<T> values, String param, int max) {
		List<T> list = (values != null) ? values : List.of();
		if (list.size() > max) {
			throw PortalProblem.invalid(param, param + " may have " + max + " entries, has " + list.size());
		}
		if (list.stream().anyMatch(Objects::isNull)) {
			throw PortalProblem.invalid(param, param + " has an entry that is null");
		}
		return list;
	}

	/**
	 * A number that may be missing.
	 * @param value the number, or {@code null}
	 * @param param its name
	 * @param min its least value
	 * @return the number
	 */
	public static @Nullable Long atLeast(@Nullable Long value, String param, long min) {
		if (value != null && value < min) {
			throw PortalProblem.invalid(param, "Expected " + min + " or more");
		}
		return value;
	}

	private static String atMost(String value, String param, int max) {
		if (value.length() > max) {
			throw PortalProblem.invalid(param, param + " may have " + max + " characters, has " + value.length());
		}
		return value;
	}

}
