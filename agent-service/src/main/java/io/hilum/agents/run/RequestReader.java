package io.hilum.agents.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.hilum.agents.mandate.RecordAccess;
import io.hilum.agents.problem.AgentProblem;
import io.hilum.agents.run.AgentRequest.Turn;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Reads the request of a client, as the gateway passed it on. Pure.
 */
public final class RequestReader {

	private static final JsonMapper JSON = JsonMapper.shared();

	/** What a client says to the system is no more than what a user says. */
	private static final Set<String> USERS = Set.of("user", "system", "developer");

	private RequestReader() {
	}

	/**
	 * Read a request.
	 * @param body the bytes
	 * @return what is asked
	 * @throws AgentProblem if an agent cannot be asked that
	 */
	public static AgentRequest read(byte[] body) {
		JsonNode root = parse(body);
		refuseTools(root);
		List<Turn> turns = new ArrayList<>();
		for (JsonNode message : root.path("messages")) {
			turns.add(turn(message));
		}
		if (turns.isEmpty() || !turns.getLast().role().equals("user")) {
			throw AgentProblem.invalid("The last message must be the user's", "messages");
		}
		JsonNode hilum = root.path("hilum");
		List<String> collections = new ArrayList<>();
		hilum.path("collections").forEach((name) -> collections.add(name.asString("")));
		ArrayNode identities = (hilum.get("identities") instanceof ArrayNode named) ? named : JSON.createArrayNode();
		return new AgentRequest(turns, root.path("stream").asBoolean(false),
				root.at("/stream_options/include_usage").asBoolean(false), collections, identities,
				record(hilum.path("record")));
	}

	private static JsonNode parse(byte[] body) {
		try {
			return JSON.readTree(body);
		}
		catch (JacksonException ex) {
			throw AgentProblem.invalid("The request is no valid JSON", null);
		}
	}

	private static void refuseTools(JsonNode root) {
		for (String field : new String[] { "tools", "functions" }) {
			if (!root.path(field).isEmpty()) {
				throw AgentProblem.invalid("An agent has tools of its own: leave out " + field, field);
			}
		}
		if (root.path("n").asInt(1) != 1) {
			throw AgentProblem.invalid("An agent gives one answer: leave out n", "n");
		}
	}

	private static Turn turn(JsonNode message) {
		String role = message.path("role").asString("");
		if (!USERS.contains(role) && !role.equals("assistant")) {
			throw AgentProblem.invalid("A message to an agent is the user's or the assistant's", "messages");
		}
		return new Turn(USERS.contains(role) ? "user" : role, PhiText.of(text(message.path("content"))));
	}

	private static String text(JsonNode content) {
		if (content.isString()) {
			return content.asString();
		}
		List<String> parts = new ArrayList<>();
		for (JsonNode part : content) {
			if (!part.path("text").isString()) {
				throw AgentProblem.invalid("An agent reads text only", "messages");
			}
			parts.add(part.path("text").asString());
		}
		return String.join("\n", parts);
	}

	private static @Nullable RecordAccess record(JsonNode record) {
		if (record.isMissingNode() || record.isNull()) {
			return null;
		}
		try {
			return new RecordAccess(PhiText.of(record.path("patient").asString("")),
					PhiText.of(record.path("token").asString("")));
		}
		catch (IllegalArgumentException ex) {
			throw AgentProblem.invalid("hilum.record must have a patient, a logical id of FHIR, and the user's token",
					"hilum.record");
		}
	}

}
