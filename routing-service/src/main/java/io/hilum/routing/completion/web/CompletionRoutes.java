package io.hilum.routing.completion.web;

import io.hilum.routing.body.Endpoint;
import io.hilum.routing.completion.CompletionPipeline;
import io.hilum.routing.completion.CompletionProperties;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * The operations that are passed on to providers.
 */
@Configuration(proxyBeanMethods = false)
class CompletionRoutes {

	@Bean
	RouterFunction<ServerResponse> completions(CompletionPipeline pipeline, CompletionProperties properties) {
		CompletionHandler handler = new CompletionHandler(pipeline, properties);
		RouterFunctions.Builder routes = RouterFunctions.route();
		for (Endpoint endpoint : Endpoint.values()) {
			routes.POST("/v1/" + endpoint.path(), passOn(handler, endpoint));
		}
		return routes.build();
	}

	/**
	 * The status is set when the answer begins.
	 */
	private static HandlerFunction<ServerResponse> passOn(CompletionHandler handler, Endpoint endpoint) {
		Mono<ServerResponse> response = ServerResponse.ok()
			.build((exchange, context) -> handler.handle(exchange, endpoint));
		return (request) -> response;
	}

}
