package io.hilum.routing.simulation;

import java.time.Clock;

import io.hilum.routing.completion.CompletionProperties;
import io.hilum.routing.completion.Rehearsal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Where requests are tried out.
 */
@Configuration(proxyBeanMethods = false)
class SimulationRoutes {

	@Bean
	RouterFunction<ServerResponse> simulation(Rehearsal rehearsal, CompletionProperties properties, Clock clock) {
		SimulationHandler handler = new SimulationHandler(rehearsal, properties, clock);
		return RouterFunctions.route()
			.POST("/v1/catalogue/simulate",
					(request) -> ServerResponse.ok().build((exchange, context) -> handler.handle(exchange)))
			.build();
	}

}
