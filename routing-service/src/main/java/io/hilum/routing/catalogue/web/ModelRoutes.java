package io.hilum.routing.catalogue.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hilum.routing.catalogue.Catalogue;
import io.hilum.routing.catalogue.Catalogues;
import io.hilum.trust.context.webflux.ContextWebFilter;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Lists the models that the caller's roles may use.
 */
@Configuration(proxyBeanMethods = false)
class ModelRoutes {

	@Bean
	RouterFunction<ServerResponse> models(Catalogues catalogues, Clock clock) {
		return RouterFunctions.route().GET("/v1/models", (request) -> list(request, catalogues, clock)).build();
	}

	private static Mono<ServerResponse> list(ServerRequest request, Catalogues catalogues, Clock clock) {
		Catalogue catalogue = catalogues.current();
		List<String> roles = ContextWebFilter.contextOf(request.exchange()).roles();
		LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
		List<ModelEntry> models = catalogue.models()
			.values()
			.stream()
			.filter((model) -> catalogue.mayUse(roles, model.name()))
			.map((model) -> ModelEntry.of(model, catalogue, roles, today))
			.toList();
		return ServerResponse.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(new ModelList("list", models, catalogue.version()));
	}

	/**
	 * The list.
	 */
	record ModelList(String object, List<ModelEntry> data, @JsonProperty("hilum_catalogue") String catalogue) {

	}

}
