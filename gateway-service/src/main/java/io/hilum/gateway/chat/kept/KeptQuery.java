package io.hilum.gateway.chat.kept;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.hilum.gateway.chat.request.Vocabulary;
import io.hilum.gateway.models.KeptCall.Action;
import io.hilum.gateway.problem.GatewayProblem;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

/**
 * What of a query goes on to a provider: only what OpenAI's API has, with values that can
 * be no text. A stream is asked for from its begin, because what is put back into an
 * event may have come with those before it.
 *
 * @param text the query without a question mark, empty if there is none
 * @param stream whether the response is read as the stream that it was
 * @param startingAfter the number of the last event that the client has, or -1
 */
public record KeptQuery(String text, boolean stream, int startingAfter) {

	private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

	private static final Pattern EVENT_NUMBER = Pattern.compile("[0-9]{1,9}");

	/**
	 * Read a query.
	 * @param parameters what the client sent
	 * @param action what is asked for
	 * @return the query
	 * @throws io.hilum.gateway.problem.ProblemException if there is something else in it
	 */
	public static KeptQuery of(MultiValueMap<String, String> parameters, Action action) {
		boolean stream = action == Action.READ && "true".equals(parameters.getFirst("stream"));
		List<String> written = new ArrayList<>();
		parameters.forEach((name, values) -> values.forEach((value) -> {
			String known = name.endsWith("[]") ? name.substring(0, name.length() - 2) : name;
			if (name.equals("api-version")) {
				return;
			}
			if (!isKnown(known, value, action) || known.equals("starting_after") && !stream) {
				throw invalid(known);
			}
			if (!known.equals("starting_after") && !value.equals("false")) {
				written.add(known + "=" + value);
			}
		}));
		String after = parameters.getFirst("starting_after");
		return new KeptQuery(String.join("&", written), stream, (after != null) ? Integer.parseInt(after) : -1);
	}

	private static boolean isKnown(String name, @Nullable String value, Action action) {
		return value != null && switch (name) {
			case "include" -> Vocabulary.isStructure(name, value);
			case "order" -> value.equals("asc") || value.equals("desc");
			case "limit" -> NUMBER.matcher(value).matches();
			case "after", "before" -> Vocabulary.isGeneratedId(value);
			case "stream" -> action == Action.READ && (value.equals("true") || value.equals("false"));
			case "starting_after" -> EVENT_NUMBER.matcher(value).matches();
			default -> false;
		};
	}

	private static RuntimeException invalid(String name) {
		boolean streamed = name.equals("stream") || name.equals("starting_after");
		return new GatewayProblem.Invalid("invalid_request", streamed
				? "A response is read as a stream with stream=true, and from behind an event with its number in "
						+ "starting_after beside that"
				: "The query may have include, limit, order, after and before, with the values of OpenAI's API",
				streamed ? name : null)
			.asException();
	}

}
