package io.hilum.routing.overview;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import io.hilum.routing.catalogue.Catalogue;
import io.hilum.routing.catalogue.Catalogues;
import io.hilum.routing.catalogue.Model;
import io.hilum.routing.health.HealthBoard;
import io.hilum.routing.load.LoadBoard;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Where the catalogue is looked at. Whether somebody may the gateway has made sure of.
 */
@Configuration(proxyBeanMethods = false)
class OverviewRoutes {

	@Bean
	RouterFunction<ServerResponse> overview(Catalogues catalogues, HealthBoard health, LoadBoard loads, Clock clock) {
		return RouterFunctions.route()
			.GET("/v1/catalogue",
					(request) -> ServerResponse.ok()
						.contentType(MediaType.APPLICATION_JSON)
						.cacheControl(CacheControl.noStore())
						.bodyValue(look(catalogues.current(), health, loads, clock.instant())))
			.build();
	}

	static Overview look(Catalogue catalogue, HealthBoard health, LoadBoard loads, Instant now) {
		LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
		List<Overview.Entry> models = catalogue.models()
			.values()
			.stream()
			.map((model) -> Overview.Entry.of(model, places(model, catalogue, today, health, loads)))
			.toList();
		return new Overview(catalogue.version(), now, models);
	}

	private static List<DeploymentState> places(Model model, Catalogue catalogue, LocalDate today, HealthBoard health,
			LoadBoard loads) {
		return model.deployments()
			.stream()
			.map((deployment) -> DeploymentState.of(deployment, catalogue, today, health, loads))
			.toList();
	}

}
