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
	RouterFunction<ServerResponse> routes(RunHandler handler, KeptRunHandler kept) {
		return RouterFunctions.route()
			.POST("/v1/chat/completions", handler::run)
			.GET("/v1/agents/runs/{id}", kept::find)
			.POST("/v1/agents/runs/{id}/cancel", kept::cancel)
			.POST("/v1/agents/runs/{id}/replay", kept::replay)
			.POST("/v1/agents/runs/{id}/approvals/{call}", kept::decide)
			.build();
	}

}
