package io.hilum.routing.stored;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.hilum.routing.problem.RoutingException;
import io.hilum.routing.problem.RoutingProblem;

import org.springframework.util.MultiValueMap;

/**
 * What of a query goes on to a provider: names that OpenAI's API has, with values that
 * need no escape.
 */
final class StoredQuery {

	private static final Set<String> NAMES = Set.of("include", "include[]", "limit", "order", "after", "before",
			"stream");

	private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]{1,256}");

	private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9._-]{1,256}");

	private static final int MAX_PARAMETERS = 16;

	private StoredQuery() {
	}

	static boolean isPlain(String id) {
		return PLAIN.matcher(id).matches();
	}

	/**
	 * Write a query.
	 * @param parameters what the caller sent
	 * @return the query without a question mark, empty if there is none
	 * @throws RoutingException if there is something else in it
	 */
	static String of(MultiValueMap<String, String> parameters) {
		List<String> written = new ArrayList<>();
		parameters.forEach((name, values) -> values.forEach((value) -> {
			if (!NAMES.contains(name) || value == null || !VALUE.matcher(value).matches()
					|| written.size() >= MAX_PARAMETERS) {
				throw new RoutingException(new RoutingProblem.InvalidBody(
						"The query may have include, limit, order, after, before and stream, at most " + MAX_PARAMETERS
								+ " in all, with plain values",
						null));
			}
			written.add(name.replace("[]", "%5B%5D") + "=" + value);
		}));
		return String.join("&", written);
	}

}
