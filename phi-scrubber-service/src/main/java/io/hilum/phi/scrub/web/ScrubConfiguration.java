package io.hilum.phi.scrub.web;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

import io.hilum.phi.detect.Detector;
import io.hilum.phi.detect.own.OwnLists;
import io.hilum.phi.scrub.Examiner;
import io.hilum.phi.scrub.Scrubber;
import io.hilum.trust.context.ContextVerifier;
import io.hilum.trust.context.webflux.ContextWebFilter;
import io.micrometer.core.instrument.MeterRegistry;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.http.codec.CodecCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Puts the scrubber behind its paths.
 */
@Configuration(proxyBeanMethods = false)
class ScrubConfiguration {

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	ContextWebFilter contextWebFilter(@Value("${spring.application.name}") String name, ContextProperties properties,
			Clock clock) {
		return new ContextWebFilter(new ContextVerifier(name, properties.keys(), clock), List.of("/actuator/"));
	}

	@Bean
	Scrubber scrubber(PseudonymProperties properties, Supplier<OwnLists> lists, ObjectProvider<Detector> further,
			Clock clock) {
		Examiner examiner = Examiner.withAllDetectors(clock, lists, further.orderedStream().toList());
		return new Scrubber(examiner, properties.secret(), clock);
	}

	/** A detector from outside may take its time, and never on an event loop. */
	@Bean
	ScrubWorkers scrubWorkers(ScrubProperties properties, ObjectProvider<Detector> further) {
		int inline = further.stream().findAny().isPresent() ? 0 : Math.toIntExact(properties.inline().toBytes());
		return new ScrubWorkers(properties.threads(), properties.queue(), inline, properties.maxPending().toBytes(),
				properties.timeout());
	}

	@Bean
	ScrubMeters scrubMeters(MeterRegistry registry, ScrubWorkers workers) {
		return new ScrubMeters(registry, workers);
	}

	@Bean
	ScrubHealthIndicator scrubberHealthIndicator(Scrubber scrubber) {
		return new ScrubHealthIndicator(scrubber);
	}

	@Bean
	@Order(100)
	CodecCustomizer bodyBound(ScrubProperties properties) {
		return (codecs) -> codecs.defaultCodecs().maxInMemorySize(Math.toIntExact(properties.maxBody().toBytes()));
	}

	@Bean
	ProblemHandler problemHandler() {
		return new ProblemHandler(JsonMapper.shared());
	}

	@Bean
	RouterFunction<ServerResponse> scrubRoutes(Scrubber scrubber, ScrubWorkers workers, ScrubMeters meters,
			ScrubProperties properties) {
		ScrubBounds bounds = new ScrubBounds(properties.maxTexts(), properties.maxCharacters());
		ScrubHandler handler = new ScrubHandler(scrubber, workers, bounds, meters, JsonMapper.shared());
		return RouterFunctions.route()
			.POST("/v1/scrub", handler::scrub)
			.POST("/v1/phi/preview", handler::preview)
			.build();
	}

}
