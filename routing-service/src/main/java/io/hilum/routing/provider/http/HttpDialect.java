package io.hilum.routing.provider.http;

import java.util.Map;

import io.hilum.routing.provider.ProviderCall;

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
	 * @return names and values
	 */
	Map<String, String> login();

}
