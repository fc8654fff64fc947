package io.hilum.gateway.chat.kept;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.hilum.gateway.chat.request.Vocabulary;
import io.hilum.gateway.problem.GatewayProblem;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

/**
 * What of a query goes on to a provider: only what OpenAI's API has, with values that can
 * be no text.
 */
public final class KeptQuery {

	private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

	private KeptQuery() {
	}

	/**
	 * Write a query.
	 * @param parameters what the client sent
	 * @return the query without a question mark, empty if there is none
	 * @throws io.hilum.gateway.problem.ProblemException if there is something else in it
	 */
	public static String of(MultiValueMap<String, String> parameters) {
		List<String> written = new ArrayList<>();
		parameters.forEach((name, values) -> values.forEach((value) -> {
			if (name.equals("api-version")) {
				return;
			}
			String known = name.endsWith("[]") ? name.substring(0, name.length() - 2) : name;
			if (!isKnown(known, value)) {
				throw invalid(known);
			}
			written.add(known + "=" + value);
		}));
		return String.join("&", written);
	}

	private static boolean isKnown(String name, @Nullable String value) {
		return value != null && switch (name) {
			case "include" -> Vocabulary.isStructure(name, value);
			case "order" -> value.equals("asc") || value.equals("desc");
			case "limit" -> NUMBER.matcher(value).matches();
			case "after", "before" -> Vocabulary.isGeneratedId(value);
			default -> false;
		};
	}

	private static RuntimeException invalid(String name) {
		boolean streamed = name.equals("stream") || name.equals("starting_after");
		return new GatewayProblem.Invalid("invalid_request",
				streamed ? "A kept response is read as a whole: leave stream and starting_after out"
						: "The query may have include, limit, order, after and before, with the values of OpenAI's API",
				streamed ? name : null)
			.asException();
	}

}
