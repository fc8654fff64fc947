package io.hilum.routing.provider.http;

import java.util.Map;

import io.hilum.routing.provider.ProviderCall;

/**
 * The header by which betas of Anthropic's API are asked for, at Anthropic and at Vertex
 * AI.
 */
public final class AnthropicBeta {

	private AnthropicBeta() {
	}

	/**
	 * The header of a call.
	 * @param call the call
	 * @return name and value; nothing for a call without betas
	 */
	public static Map<String, String> of(ProviderCall call) {
		return call.betas().isEmpty() ? Map.of() : Map.of("anthropic-beta", String.join(",", call.betas()));
	}

}
