package io.hilum.routing.completion;

import java.util.Map;

import io.hilum.routing.body.Endpoint;
import io.hilum.routing.body.RequestBody;
import io.hilum.trust.context.ServiceContext;
import org.jspecify.annotations.Nullable;

/**
 * What is asked, by whom.
 *
 * @param endpoint the operation
 * @param body the body
 * @param caller who asks, on the gateway's word
 * @param phiCounts how many identifiers the gateway replaced, by type
 * @param traceParent the W3C trace context
 */
public record CompletionRequest(Endpoint endpoint, RequestBody body, ServiceContext caller,
		Map<String, Integer> phiCounts, @Nullable String traceParent) {

	/**
	 * Whether the answer is streamed.
	 * @return {@code true} if it is
	 */
	public boolean stream() {
		return this.endpoint == Endpoint.CHAT_COMPLETIONS && this.body.stream();
	}

}
