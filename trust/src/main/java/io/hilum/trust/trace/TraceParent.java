package io.hilum.trust.trace;

import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/**
 * The place of a request in its trace, as W3C Trace Context 1 writes it.
 */
public final class TraceParent {

	private TraceParent() {
	}

	/**
	 * The value of {@code traceparent} for what is done within a request.
	 * @param context the context of a subscriber
	 * @return the value, or {@code null} outside of any trace
	 */
	public static @Nullable String of(ContextView context) {
		Observation observation = context.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
		TracingContext tracing = (observation != null) ? observation.getContextView().get(TracingContext.class) : null;
		if (tracing == null || tracing.getSpan() == null) {
			return null;
		}
		TraceContext span = tracing.getSpan().context();
		return "00-" + span.traceId() + "-" + span.spanId() + (Boolean.TRUE.equals(span.sampled()) ? "-01" : "-00");
	}

}
