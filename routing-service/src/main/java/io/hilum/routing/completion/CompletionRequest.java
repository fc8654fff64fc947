package io.hilum.routing.completion;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.hilum.routing.body.Endpoint;
import io.hilum.routing.body.RequestBody;
import io.hilum.routing.cache.CacheUse;
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
 * @param timeout how long the caller waits, if it says so
 * @param cacheUse what the caller lets be done with known answers
 * @param holder the only provider that may answer, since it keeps what the request goes
 * on from
 * @param betas the betas of Anthropic's API that the client asks for
 * @param besideMedia whether it counts as raw for media alone, and the text beside them
 * is free of identifiers
 * @param idempotencyKey what the client calls this request, if it may be sent again
 */
public record CompletionRequest(Endpoint endpoint, RequestBody body, ServiceContext caller,
		Map<String, Integer> phiCounts, @Nullable String traceParent, @Nullable Duration timeout, CacheUse cacheUse,
		@Nullable String holder, List<String> betas, boolean besideMedia, @Nullable String idempotencyKey) {

	/**
	 * A request that asks for no betas.
	 * @param endpoint the operation
	 * @param body the body
	 * @param caller who asks, on the gateway's word
	 * @param phiCounts how many identifiers the gateway replaced, by type
	 * @param traceParent the W3C trace context
	 * @param timeout how long the caller waits, if it says so
	 * @param cacheUse what the caller lets be done with known answers
	 * @param holder the only provider that may answer
	 */
	public CompletionRequest(Endpoint endpoint, RequestBody body, ServiceContext caller, Map<String, Integer> phiCounts,
			@Nullable String traceParent, @Nullable Duration timeout, CacheUse cacheUse, @Nullable String holder) {
		this(endpoint, body, caller, phiCounts, traceParent, timeout, cacheUse, holder, List.of(), false, null);
	}

	/**
	 * A request of a caller that does not say how long it waits, nor what it thinks of
	 * known answers, for whoever may answer.
	 * @param endpoint the operation
	 * @param body the body
	 * @param caller who asks, on the gateway's word
	 * @param phiCounts how many identifiers the gateway replaced, by type
	 * @param traceParent the W3C trace context
	 */
	public CompletionRequest(Endpoint endpoint, RequestBody body, ServiceContext caller, Map<String, Integer> phiCounts,
			@Nullable String traceParent) {
		this(endpoint, body, caller, phiCounts, traceParent, null, CacheUse.ANY, null);
	}

	/**
	 * The same request with another body.
	 * @param other the body
	 * @return the request
	 */
	CompletionRequest withBody(RequestBody other) {
		return new CompletionRequest(this.endpoint, other, this.caller, this.phiCounts, this.traceParent, this.timeout,
				this.cacheUse, this.holder, this.betas, this.besideMedia, this.idempotencyKey);
	}

	/**
	 * How long the request may take.
	 * @param most how long any request may take
	 * @return the shorter of that and what the caller waits
	 */
	Duration within(Duration most) {
		return (this.timeout != null && this.timeout.compareTo(most) < 0) ? this.timeout : most;
	}

	/**
	 * Whether the answer is streamed.
	 * @return {@code true} if it is
	 */
	public boolean stream() {
		return this.body.stream();
	}

}
