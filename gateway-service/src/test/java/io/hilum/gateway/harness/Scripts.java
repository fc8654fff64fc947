package io.hilum.gateway.harness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.hilum.gateway.harness.ScriptedService.Received;
import io.hilum.gateway.harness.ScriptedService.Reply;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the services around the gateway behave when nothing is wrong.
 */
public final class Scripts {

	/**
	 * The patient whom the scrubber knows.
	 */
	public static final String PATIENT = "Irma Peter";

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Map<String, String> KNOWN = Map.of(PATIENT, "[NAME_7KQ2]", "964741", "[MRN_M4TX]");

	private static final Map<String, String> ROUTED = Map.of("hilum-usage-id", "u1", "hilum-model", "sandbox-1",
			"hilum-deployment", "sandbox/sandbox", "hilum-provider", "sandbox", "hilum-region", "here",
			"hilum-agreement", "none-needed", "hilum-attempts", "1", "hilum-cache", "miss");

	private Scripts() {
	}

	static Reply scrub(Received request) {
		JsonNode body = JSON.readTree(request.body());
		Map<String, String> pseudonyms = new LinkedHashMap<>();
		List<String> texts = new ArrayList<>();
		for (JsonNode text : body.get("texts")) {
			String scrubbed = text.asString();
			for (Map.Entry<String, String> known : KNOWN.entrySet()) {
				if (scrubbed.contains(known.getKey())) {
					scrubbed = scrubbed.replace(known.getKey(), known.getValue());
					pseudonyms.put(known.getValue(), known.getKey());
				}
			}
			texts.add(scrubbed);
		}
		if (body.get("mode").asString().equals("block") && !pseudonyms.isEmpty()) {
			return Reply.json(400,
					"{\"error\":{\"message\":\"blocked: 1 NAME\",\"type\":\"invalid_request_error\",\"param\":null,\"code\":\"phi_blocked\"},\"counts\":{\"NAME\":1}}");
		}
		return Reply.json(200, JSON.writeValueAsString(Map.of("policyVersion", "test-1", "texts", texts, "pseudonyms",
				pseudonyms, "counts", pseudonyms.isEmpty() ? Map.of() : Map.of("NAME", pseudonyms.size()))));
	}

	static Reply route(Received request) {
		if (request.uri().equals("/v1/models")) {
			return Reply.json(200,
					"{\"object\":\"list\",\"data\":[{\"id\":\"sandbox\",\"object\":\"model\"},{\"id\":\"other\",\"object\":\"model\"}]}");
		}
		if (request.uri().equals("/v1/embeddings")) {
			return Reply.json(200,
					"{\"object\":\"list\",\"data\":[{\"object\":\"embedding\",\"index\":0,\"embedding\":[0.5]}]}");
		}
		JsonNode body = JSON.readTree(request.body());
		String echo = body.get("messages").get(body.get("messages").size() - 1).get("content").asString();
		return body.path("stream").asBoolean(false) ? stream(echo) : whole(echo);
	}

	/**
	 * A whole answer.
	 * @param content what the model says
	 * @return the answer
	 */
	public static Reply whole(String content) {
		Map<String, String> headers = new LinkedHashMap<>(ROUTED);
		headers.put("content-type", "application/json");
		headers.put("hilum-cost-usd", "0.000001");
		return new Reply(200, headers, Flux.just(
				"{\"id\":\"c1\",\"object\":\"chat.completion\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":"
						+ JSON.writeValueAsString(content) + "},\"finish_reason\":\"stop\"}]}"));
	}

	/**
	 * An answer in chunks of one character each.
	 * @param content what the model says
	 * @return the answer
	 */
	public static Reply stream(String content) {
		List<String> chunks = new ArrayList<>();
		content.codePoints().forEach((c) -> chunks.add(chunk(Character.toString(c))));
		chunks.add("data: {\"id\":\"c1\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n");
		chunks.add("data: [DONE]\n\n");
		return stream(Flux.fromIterable(chunks));
	}

	/**
	 * An answer in given events.
	 * @param events the events
	 * @return the answer
	 */
	public static Reply stream(Flux<String> events) {
		Map<String, String> headers = new LinkedHashMap<>(ROUTED);
		headers.put("content-type", "text/event-stream");
		return new Reply(200, headers, events);
	}

	/**
	 * A chunk of an answer.
	 * @param content what the model says in it
	 * @return the event
	 */
	public static String chunk(String content) {
		return "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":{\"content\":"
				+ JSON.writeValueAsString(content) + "},\"finish_reason\":null}]}\n\n";
	}

}
