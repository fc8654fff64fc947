package io.hilum.routing.stored;

import io.hilum.routing.catalogue.Catalogues;
import io.hilum.routing.provider.Providers;
import io.hilum.routing.provider.StoredCall.Action;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Where kept responses are.
 */
@Configuration(proxyBeanMethods = false)
class StoredRoutes {

	@Bean
	RouterFunction<ServerResponse> storedResponses(Catalogues catalogues, Providers providers) {
		StoredHandler handler = new StoredHandler(catalogues, providers);
		return RouterFunctions.route()
			.GET("/v1/responses/{id}", serving(handler, Action.READ))
			.DELETE("/v1/responses/{id}", serving(handler, Action.DELETE))
			.POST("/v1/responses/{id}/cancel", serving(handler, Action.CANCEL))
			.GET("/v1/responses/{id}/input_items", serving(handler, Action.ITEMS))
			.build();
	}

	/**
	 * The status is set when the answer is there.
	 */
	private static HandlerFunction<ServerResponse> serving(StoredHandler handler, Action action) {
		return (request) -> {
			String id = request.pathVariable("id");
			return ServerResponse.ok().build((exchange, context) -> handler.handle(exchange, action, id));
		};
	}

}
