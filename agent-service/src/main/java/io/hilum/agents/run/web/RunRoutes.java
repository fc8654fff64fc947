package io.hilum.agents.run.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * The table of contents of this service.
 */
@Configuration(proxyBeanMethods = false)
class RunRoutes {

	@Bean
	RouterFunction<ServerResponse> runs(RunHandler handler) {
		return RouterFunctions.route().POST("/v1/chat/completions", handler::run).build();
	}

}
