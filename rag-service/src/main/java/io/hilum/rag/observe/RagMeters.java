package io.hilum.rag.observe;

import java.util.function.Function;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Times what the service does. Labels are names from a fixed set, never something that a
 * person wrote.
 */
@Component
public class RagMeters {

	private final MeterRegistry registry;

	/**
	 * Create the meters.
	 * @param registry where they are registered
	 */
	public RagMeters(MeterRegistry registry) {
		this.registry = registry;
	}

	/**
	 * Time a piece of work under its outcome.
	 * @param meter what is timed
	 * @param work the work
	 * @param failure names a failure
	 * @param <T> what the work yields
	 * @return the same work, timed
	 */
	public <T> Mono<T> time(RagMeter meter, Mono<T> work, Function<Throwable, String> failure) {
		return Mono.defer(() -> {
			Timer.Sample sample = Timer.start(this.registry);
			return work.doOnSuccess((done) -> sample.stop(timer(meter, "ok")))
				.doOnError((ex) -> sample.stop(timer(meter, failure.apply(ex))))
				.doOnCancel(() -> sample.stop(timer(meter, "cancelled")));
		});
	}

	private Timer timer(RagMeter meter, String outcome) {
		return Timer.builder(meter.meterName())
			.description(meter.description())
			.tag("outcome", outcome)
			.publishPercentileHistogram()
			.register(this.registry);
	}

}
