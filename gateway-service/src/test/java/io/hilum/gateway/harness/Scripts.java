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

	/**
	 * How the provider calls each of its responses.
	 */
	public static final String RESPONSE = "resp_abcdefgh12345678";

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
			return Reply.json(422,
					"{\"error\":{\"message\":\"blocked: 1 NAME\",\"type\":\"invalid_request_error\",\"param\":null,\"code\":\"phi_blocked\"},\"counts\":{\"NAME\":1}}");
		}
		return Reply.json(200, JSON.writeValueAsString(Map.of("policyVersion", "test-1", "texts", texts, "pseudonyms",
				pseudonyms, "counts", pseudonyms.isEmpty() ? Map.of() : Map.of("NAME", pseudonyms.size()))));
	}

	/**
	 * Answer as routing-service does by itself.
	 * @param request what is asked
	 * @return the answer
	 */
	public static Reply route(Received request) {
		if (request.uri().equals("/v1/models")) {
			return Reply.json(200,
					"{\"object\":\"list\",\"data\":[{\"id\":\"sandbox\",\"object\":\"model\"},{\"id\":\"other\",\"object\":\"model\"}]}");
		}
		if (request.uri().equals("/v1/embeddings")) {
			return Reply.json(200,
					"{\"object\":\"list\",\"data\":[{\"object\":\"embedding\",\"index\":0,\"embedding\":[0.5]}]}");
		}
		if (request.uri().startsWith("/v1/responses/")) {
			return kept(request);
		}
		JsonNode body = JSON.readTree(request.body());
		boolean streamed = body.path("stream").asBoolean(false);
		switch (request.uri()) {
			case "/v1/responses" -> {
				String echo = body.get("input").isString() ? body.get("input").asString()
						: body.get("input").get(body.get("input").size() - 1).get("content").asString();
				return streamed ? responseStream(echo) : answer(
						"{\"id\":\"" + RESPONSE + "\",\"object\":\"response\",\"output\":[" + item(echo) + "]}");
			}
			case "/v1/messages" -> {
				String echo = body.get("messages").get(body.get("messages").size() - 1).get("content").asString();
				return streamed ? messageStream(echo)
						: answer("{\"type\":\"message\",\"content\":[{\"type\":\"text\",\"text\":"
								+ JSON.writeValueAsString(echo)
								+ "},{\"type\":\"tool_use\",\"name\":\"f\",\"input\":{\"who\":"
								+ JSON.writeValueAsString(echo) + "}}]}");
			}
			case "/v1/messages/count_tokens" -> {
				return answer("{\"input_tokens\":7}");
			}
			case "/v1/completions" -> {
				return answer("{\"choices\":[{\"index\":0,\"text\":"
						+ JSON.writeValueAsString(body.get("prompt").asString()) + ",\"finish_reason\":\"stop\"}]}");
			}
			default -> {
			}
		}
		String echo = body.get("messages").get(body.get("messages").size() - 1).get("content").asString();
		return streamed ? stream(echo) : whole(echo);
	}

	private static Reply kept(Received request) {
		if (request.uri().contains("/input_items")) {
			return answer("{\"object\":\"list\",\"data\":[{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"user\","
					+ "\"content\":[{\"type\":\"input_text\",\"text\":\"[NAME_7KQ2]?\"}]}],\"first_id\":\"msg_1\"}");
		}
		if (request.uri().contains("stream=true")) {
			return responseStream("[NAME_7KQ2]!");
		}
		return request.method().equals("DELETE")
				? answer("{\"id\":\"" + RESPONSE + "\",\"object\":\"response\",\"deleted\":true}") : answer("{\"id\":\""
						+ RESPONSE + "\",\"object\":\"response\",\"output\":[" + item("[NAME_7KQ2]!") + "]}");
	}

	/**
	 * A whole answer.
	 * @param content what the model says
	 * @return the answer
	 */
	public static Reply whole(String content) {
		return answer(
				"{\"id\":\"c1\",\"object\":\"chat.completion\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":"
						+ JSON.writeValueAsString(content) + "},\"finish_reason\":\"stop\"}]}");
	}

	private static Reply answer(String body) {
		Map<String, String> headers = new LinkedHashMap<>(ROUTED);
		headers.put("content-type", "application/json");
		headers.put("hilum-cost-usd", "0.000001");
		return new Reply(200, headers, Flux.just(body));
	}

	private static String item(String text) {
		return "{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"content\":[{\"type\":\"output_text\",\"text\":"
				+ JSON.writeValueAsString(text) + "}]}";
	}

	private static Reply responseStream(String text) {
		List<String> events = new ArrayList<>();
		text.codePoints()
			.forEach((c) -> events.add(event("response.output_text.delta",
					",\"sequence_number\":" + events.size()
							+ ",\"item_id\":\"msg_1\",\"output_index\":0,\"content_index\":0,\"delta\":"
							+ JSON.writeValueAsString(Character.toString(c)))));
		events.add(event("response.output_item.done",
				",\"sequence_number\":" + events.size() + ",\"output_index\":0,\"item\":" + item(text)));
		events.add(event("response.completed", ",\"sequence_number\":" + events.size() + ",\"response\":{\"id\":\""
				+ RESPONSE + "\",\"output\":[" + item(text) + "]}"));
		return stream(Flux.fromIterable(events));
	}

	private static Reply messageStream(String text) {
		List<String> events = new ArrayList<>();
		events.add(event("message_start", ",\"message\":{\"content\":[]}"));
		text.codePoints()
			.forEach((c) -> events
				.add(event("content_block_delta", ",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":"
						+ JSON.writeValueAsString(Character.toString(c)) + "}")));
		events.add(event("content_block_stop", ",\"index\":0"));
		events.add(event("message_stop", ""));
		return stream(Flux.fromIterable(events));
	}

	/**
	 * An event with a name.
	 * @param type its name and type
	 * @param fields its other fields, beginning with a comma
	 * @return the event
	 */
	public static String event(String type, String fields) {
		return "event: " + type + "\ndata: {\"type\":\"" + type + "\"" + fields + "}\n\n";
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
