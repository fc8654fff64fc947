package io.hilum.routing.provider.bedrock;

import java.util.Map;

import reactor.core.publisher.Mono;

/**
 * How Bedrock is logged in to.
 */
@FunctionalInterface
interface BedrockLogin {

	/**
	 * The headers that log in.
	 * @param uri the address of the call
	 * @param body what will be sent
	 * @return names and values, or a failure if there are no credentials
	 */
	Mono<Map<String, String>> headers(String uri, byte[] body);

	/**
	 * Log in by a Bedrock API key.
	 * @param apiKey the key
	 * @return the login
	 */
	static BedrockLogin byApiKey(String apiKey) {
		Mono<Map<String, String>> headers = Mono.just(Map.of("Authorization", "Bearer " + apiKey));
		return (uri, body) -> headers;
	}

}
