package io.hilum.phi.scrub.web;

import java.time.Clock;

import io.hilum.phi.review.CorrectionProperties;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Puts corrections behind their path.
 */
@Configuration(proxyBeanMethods = false)
class CorrectionConfiguration {

	@Bean
	RouterFunction<ServerResponse> correctionRoutes(CorrectionProperties properties, PseudonymProperties secrets,
			ScrubWorkers workers, Clock clock) {
		CorrectionHandler handler = new CorrectionHandler(properties.open(secrets.secret().reviewKey()), properties,
				workers, clock, JsonMapper.shared());
		return RouterFunctions.route()
			.POST("/v1/phi/corrections", handler::correct)
			.GET("/v1/phi/corrections", handler::all)
			.DELETE("/v1/phi/corrections", handler::clear)
			.build();
	}

}
