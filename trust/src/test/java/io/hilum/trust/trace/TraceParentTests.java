package io.hilum.trust.trace;

import java.util.Objects;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.junit.jupiter.api.Test;
import reactor.util.context.Context;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TraceParent}.
 */
class TraceParentTests {

	@Test
	void isThatOfTheSpanOfTheRequest() {
		Observation request = request(Sampler.alwaysOn());
		TracingContext tracing = request.getContextView().getRequired(TracingContext.class);
		TraceContext span = Objects.requireNonNull(tracing.getSpan()).context();
		assertThat(TraceParent.of(within(request))).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01")
			.isEqualTo("00-" + span.traceId() + "-" + span.spanId() + "-01");
	}

	@Test
	void saysWhenTheTraceIsNotKept() {
		assertThat(TraceParent.of(within(request(Sampler.alwaysOff())))).endsWith("-00");
	}

	@Test
	void isNothingOutsideOfATrace() {
		assertThat(TraceParent.of(Context.empty())).isNull();
		assertThat(TraceParent.of(within(Observation.start("request", ObservationRegistry.create())))).isNull();
	}

	private static Observation request(Sampler sampler) {
		SdkTracerProvider traces = SdkTracerProvider.builder().setSampler(sampler).build();
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig()
			.observationHandler(new DefaultTracingObservationHandler(
					new OtelTracer(traces.get("test"), new OtelCurrentTraceContext(), (event) -> {
					})));
		return Observation.start("request", registry);
	}

	private static Context within(Observation request) {
		return Context.of(ObservationThreadLocalAccessor.KEY, request);
	}

}
