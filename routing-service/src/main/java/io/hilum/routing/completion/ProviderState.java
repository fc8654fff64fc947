package io.hilum.routing.completion;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import io.hilum.routing.body.Endpoint;
import io.hilum.routing.transform.JsonMembers;
import org.jspecify.annotations.Nullable;

/**
 * What a request leaves at its provider or goes on from there. Its answer has a name by
 * which more can be had, and must not be given to somebody else.
 */
final class ProviderState {

	private ProviderState() {
	}

	/**
	 * Whether a request neither leaves nor reads anything. A response is stored unless
	 * the request says that it is not.
	 * @param request the request
	 * @return {@code true} if its answer is all there is
	 */
	static boolean isUntouched(CompletionRequest request) {
		JsonMembers members = JsonMembers.of(request.body().bytes());
		String store = text(members.value("store"));
		boolean stored = (request.endpoint() == Endpoint.RESPONSES) ? !store.equals("false") : store.equals("true");
		return !stored && Stream.of("previous_response_id", "conversation", "background", "container")
			.map((name) -> text(members.value(name)))
			.allMatch((value) -> value.equals("null") || value.equals("false"));
	}

	private static String text(byte @Nullable [] value) {
		return (value != null) ? new String(value, StandardCharsets.UTF_8) : "null";
	}

}
