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
		return RouterFunctions.route()
			.POST("/v1/chat/completions", passOn(handler, Endpoint.CHAT_COMPLETIONS))
			.POST("/v1/embeddings", passOn(handler, Endpoint.EMBEDDINGS))
			.build();
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
