package io.hilum.gateway.models.http;

import io.hilum.gateway.models.CatalogueService;
import io.hilum.gateway.models.ModelAnswer;
import io.hilum.gateway.upstream.ServiceCalls;
import io.hilum.trust.context.ServiceContext;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Asks routing-service.
 */
@Component
class HttpCatalogueService implements CatalogueService {

	private final ServiceCalls routingCalls;

	HttpCatalogueService(ServiceCalls routingCalls) {
		this.routingCalls = routingCalls;
	}

	@Override
	public Mono<ModelAnswer> catalogue(ServiceContext context) {
		return HttpModelService.answer(this.routingCalls.call(HttpMethod.GET, "/v1/catalogue", context));
	}

	@Override
	public Mono<ModelAnswer> simulate(byte[] supposed, ServiceContext context) {
		return HttpModelService.answer(this.routingCalls.call(HttpMethod.POST, "/v1/catalogue/simulate", context)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(supposed));
	}

}
