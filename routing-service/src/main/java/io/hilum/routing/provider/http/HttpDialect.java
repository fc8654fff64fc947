package io.hilum.routing.provider.http;

import java.util.Map;

import io.hilum.routing.provider.ProviderCall;
import reactor.core.publisher.Mono;

/**
 * Where a provider takes a call, and how it is logged in to.
 */
public interface HttpDialect {

	/**
	 * The address of a call.
	 * @param call the call
	 * @return the URL
	 */
	String uri(ProviderCall call);

	/**
	 * The headers that log in.
	 * @return names and values, or a failure if it cannot be logged in
	 */
	Mono<Map<String, String>> login();

}
