package io.hilum.portal.page;

import java.util.List;
import java.util.function.Function;

import io.hilum.portal.problem.PortalProblem;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param object always {@code list}
 * @param data the entries
 * @param cursor leads to the next page, {@code null} at the end
 * @param <T> the type of the entries
 */
public record Page<T>(String object, List<T> data, @Nullable String cursor) {

	/**
	 * How many entries a page has where nobody says.
	 */
	public static final String DEFAULT_LIMIT = "50";

	private static final int MAX_LIMIT = 100;

	/**
	 * A page of what was read.
	 * @param data the entries
	 * @param cursor leads to the next page
	 * @param <T> the type of the entries
	 * @return the page
	 */
	public static <T> Page<T> of(List<T> data, @Nullable String cursor) {
		return new Page<>("list", data, cursor);
	}

	/**
	 * A page of what was read with one entry more than it may have.
	 * @param read the entries
	 * @param limit how many it may have
	 * @param cursor where an entry stands
	 * @param view what is shown of an entry
	 * @param <S> the type of what was read
	 * @param <T> the type of what is shown
	 * @return the page
	 */
	public static <S, T> Page<T> of(List<S> read, int limit, Function<S, Cursor> cursor, Function<S, T> view) {
		List<S> shown = read.subList(0, Math.min(limit, read.size()));
		String next = (read.size() > limit) ? cursor.apply(shown.getLast()).text() : null;
		return of(shown.stream().map(view).toList(), next);
	}

	/**
	 * How many entries a page may have.
	 * @param wanted how many are asked for
	 * @return as many, within bounds
	 */
	public static int limit(int wanted) {
		if (wanted < 1 || wanted > MAX_LIMIT) {
			throw PortalProblem.invalid("limit", "Expected 1 to " + MAX_LIMIT);
		}
		return wanted;
	}

}
