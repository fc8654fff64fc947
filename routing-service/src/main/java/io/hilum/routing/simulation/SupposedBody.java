package io.hilum.routing.simulation;

import java.util.Arrays;

import io.hilum.routing.body.Endpoint;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body that stands for one that nobody has: what routing reads of it, and spaces up
 * to its length.
 */
final class SupposedBody {

	private static final JsonMapper JSON = JsonMapper.shared();

	private SupposedBody() {
	}

	/**
	 * Write a body.
	 * @param supposed what is known of it
	 * @return an object of the supposed length, or longer if what is known needs more
	 */
	static byte[] of(Supposed supposed) {
		Endpoint endpoint = supposed.operation();
		ObjectNode body = JSON.createObjectNode().put("model", supposed.model());
		if (supposed.stream()) {
			body.put("stream", true);
		}
		if (supposed.maxTokens() != null) {
			body.put(endpoint.limitField("max_tokens"), supposed.maxTokens());
		}
		if (supposed.serviceTier() != null) {
			body.put("service_tier", supposed.serviceTier());
		}
		return padded(JSON.writeValueAsBytes(body), supposed.requestBytes());
	}

	private static byte[] padded(byte[] json, int length) {
		if (json.length >= length) {
			return json;
		}
		byte[] body = Arrays.copyOf(json, length);
		Arrays.fill(body, json.length - 1, length - 1, (byte) ' ');
		body[length - 1] = '}';
		return body;
	}

}
