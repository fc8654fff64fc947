package io.hilum.routing.provider.bedrock;

import java.util.Locale;

import io.hilum.dialects.json.Json;
import io.hilum.routing.provider.http.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Bedrock says in the head of a refusal and not in its body: which exception it was
 * ({@code x-amzn-errortype}, of AWS's protocol restJson1), which for 400 and 429 does not
 * follow from the status. A quota that is used up has the status of a wrong request.
 */
final class BedrockRefusals {

	private BedrockRefusals() {
	}

	/**
	 * Read a refusal.
	 * @param told what it says
	 * @param header the name of the exception, maybe with a namespace before it and an
	 * address behind it
	 * @return the same with the name in its body, where the protocol allows it too
	 */
	static Refusal of(Refusal told, @Nullable String header) {
		String name = (header != null) ? header.substring(header.indexOf('#') + 1).split(":", 2)[0] : "";
		if (!name.matches("[A-Za-z]{1,80}")) {
			return told;
		}
		ObjectNode body = (Json.readLeniently(told.body()) instanceof ObjectNode object) ? object : Json.object();
		if (body.path("__type").asString("").isEmpty()) {
			body.put("__type", name);
		}
		boolean quota = name.toLowerCase(Locale.ROOT).equals("servicequotaexceededexception");
		return new Refusal((quota && told.status() == 400) ? 429 : told.status(), told.retryAfter(), Json.write(body));
	}

}
