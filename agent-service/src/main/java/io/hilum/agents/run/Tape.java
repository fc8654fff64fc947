package io.hilum.agents.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.hilum.agents.evidence.Identity;
import io.hilum.agents.evidence.Source;
import io.hilum.agents.fingerprint.Fingerprint;
import io.hilum.agents.model.Reply;
import io.hilum.agents.model.ToolCall;
import io.hilum.agents.problem.AgentProblem;
import io.hilum.agents.tool.ToolRefusal;
import io.hilum.agents.tool.ToolResult;
import io.hilum.agents.tool.Toolbox;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The record of one run: what was asked, what model, tools and people said, and what was
 * visible of it. No token and no delegation is on it. Its text is sealed wherever it
 * goes. Mutable; thread-safe.
 */
final class Tape {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String[] LONG_PARTS = { "request", "replies", "results", "answer" };

	private final ObjectNode root;

	private Tape(ObjectNode root) {
		this.root = root;
	}

	static Tape begin(Run run, Instant now) {
		ObjectNode root = JSON.createObjectNode()
			.put("version", 1)
			.put("id", run.mandate().run())
			.put("subject", run.mandate().context().subject())
			.put("agent", run.mandate().agent())
			.put("model", run.mandate().model())
			.put("state", "running")
			.put("started_at", now.toString());
		ArrayNode roles = root.putArray("roles");
		run.mandate().context().roles().forEach(roles::add);
		ObjectNode request = root.putObject("request");
		ArrayNode turns = request.putArray("turns");
		run.request()
			.turns()
			.forEach((turn) -> turns.addObject().put("role", turn.role()).put("text", turn.text().reveal()));
		ArrayNode collections = request.putArray("collections");
		run.request().collections().forEach(collections::add);
		request.set("identities", run.request().identities().deepCopy());
		root.putObject("bounds")
			.put("steps", run.bounds().steps())
			.put("tokens", run.bounds().tokens())
			.put("nano_usd", run.bounds().nanoUsd());
		root.putArray("tools");
		root.putArray("replies");
		root.putObject("results");
		root.putArray("steps");
		return new Tape(root);
	}

	static Tape read(byte[] json) {
		return new Tape((ObjectNode) JSON.readTree(json));
	}

	synchronized byte[] bytes() {
		return JSON.writeValueAsBytes(this.root);
	}

	/** Only what is visible of its course. */
	synchronized byte[] outline() {
		return JSON.writeValueAsBytes(cut(LONG_PARTS));
	}

	/** Only how it stands: what would be written is in its stream alone. */
	synchronized byte[] standing() {
		ObjectNode cut = cut(LONG_PARTS);
		cut.putArray("steps");
		if (cut.path("pending") instanceof ObjectNode pending) {
			pending.remove(StepForm.DRAFT);
		}
		return JSON.writeValueAsBytes(cut);
	}

	private ObjectNode cut(String... parts) {
		ObjectNode cut = this.root.deepCopy().put("whole", false);
		for (String part : parts) {
			cut.remove(part);
		}
		return cut;
	}

	/** Until when it waits for a person, if it does. */
	synchronized Instant waitsUntil() {
		return this.root.has("pending") ? Instant.parse(this.root.at("/pending/expires_at").asString(""))
				: Instant.EPOCH;
	}

	synchronized boolean isWhole() {
		return this.root.path("whole").asBoolean(true);
	}

	synchronized String text(String field) {
		return this.root.path(field).asString("");
	}

	synchronized JsonNode part(String field) {
		return this.root.path(field).deepCopy();
	}

	// What happens

	synchronized void tools(List<String> names) {
		ArrayNode tools = this.root.putArray("tools");
		names.forEach(tools::add);
	}

	synchronized void said(Question question, Reply reply) {
		ObjectNode entry = question.to(replies().addObject());
		entry.set("message", reply.message());
		entry.put("input", reply.input()).put("output", reply.output()).put("nano_usd", reply.nanoUsd());
		ArrayNode calls = entry.putArray("calls");
		reply.calls()
			.forEach((call) -> calls.addObject()
				.put("id", call.id())
				.put("name", call.name())
				.put("arguments", call.arguments()));
	}

	synchronized void refused(Question question, AgentProblem problem) {
		question.to(replies().addObject()).set("problem", problem(problem));
	}

	synchronized void returned(String call, ToolResult result) {
		ObjectNode entry = this.root.withObjectProperty("results").putObject(call);
		entry.set("content", result.content());
		ArrayNode sources = entry.putArray("sources");
		for (Source source : result.sources()) {
			sources.addObject()
				.put("id", source.id())
				.put("title", source.title().reveal())
				.put("text", source.text().reveal());
		}
		ArrayNode identities = entry.putArray("identities");
		for (Identity identity : result.identities()) {
			identities.addObject().put("type", identity.type()).put("value", identity.value().reveal());
		}
	}

	synchronized void failed(String call, Throwable thrown) {
		ObjectNode entry = this.root.withObjectProperty("results").putObject(call);
		if (thrown instanceof AgentProblem problem) {
			entry.set("problem", problem(problem));
			return;
		}
		ToolRefusal refusal = Toolbox.refusal(thrown);
		entry.putObject("refusal").put("code", refusal.code()).put("message", String.valueOf(refusal.getMessage()));
	}

	synchronized void waits(Pending pending) {
		ObjectNode waiting = this.root.put("state", "waiting").putObject("pending");
		waiting.put("call", pending.call())
			.put("tool", pending.tool())
			.put("hash", pending.hash())
			.put("expires_at", pending.expires().toString());
		waiting.set(StepForm.DRAFT, pending.draft());
	}

	synchronized void waitsNoMore() {
		this.root.put("state", "running").remove("pending");
	}

	synchronized void decided(Pending pending, Decision decision) {
		waitsNoMore();
		this.root.withObjectProperty("decisions")
			.putObject(pending.call())
			.put("hash", pending.hash())
			.put("decision", decision.word());
	}

	synchronized void shown(RunEvent event) {
		if (!(event instanceof RunEvent.Waiting)) {
			ObjectNode step = StepForm.step(event);
			step.remove(StepForm.DRAFT);
			steps().add(step);
		}
		if (event instanceof RunEvent.Answered answered) {
			this.root.put("answer", answered.answer().reveal());
		}
	}

	/** A run ends once: whoever leaves while that is kept does not end it another way. */
	synchronized void end(String state, Instant now, @Nullable AgentProblem problem) {
		if (!text("ended_at").isEmpty()) {
			return;
		}
		this.root.put("state", state).put("ended_at", now.toString()).remove("pending");
		if (problem != null) {
			this.root.set("problem", problem(problem));
		}
	}

	private static ObjectNode problem(AgentProblem problem) {
		return JSON.createObjectNode()
			.put("status", problem.status())
			.put("type", problem.type())
			.put("code", problem.code())
			.put("message", String.valueOf(problem.getMessage()));
	}

	private ArrayNode replies() {
		return this.root.withArrayProperty("replies");
	}

	private ArrayNode steps() {
		return this.root.withArrayProperty("steps");
	}

	/** What the run has used so far. */
	synchronized RunRecord used() {
		long input = 0;
		long output = 0;
		long nano = 0;
		int models = 0;
		int tools = 0;
		for (JsonNode step : steps()) {
			models += step.path("kind").asString("").equals("model") ? 1 : 0;
			tools += step.path("kind").asString("").equals("tool") ? 1 : 0;
		}
		for (JsonNode reply : replies()) {
			input += reply.path("input").asLong(0);
			output += reply.path("output").asLong(0);
			nano += reply.path("nano_usd").asLong(0);
		}
		return new RunRecord(text("id"), models, tools, input, output, nano, 0, List.of());
	}

	// What is told of it

	/**
	 * What somebody may see of it.
	 * @param owner whether it is whoever asked the agent; nobody else reads what would be
	 * written
	 */
	synchronized ObjectNode seen(boolean owner) {
		ObjectNode seen = JSON.createObjectNode();
		for (String field : new String[] { "id", "agent", "model", "state", "started_at", "ended_at", "problem",
				"pending", "steps" }) {
			if (this.root.has(field)) {
				seen.set(field, this.root.get(field).deepCopy());
			}
		}
		if (!owner) {
			seen.withObjectProperty("pending").remove(StepForm.DRAFT);
			if (!this.root.has("pending")) {
				seen.remove("pending");
			}
		}
		seen.put("replayable", isWhole() && this.root.has("ended_at"));
		return seen;
	}

	// What is played again

	/** The bounds of then, but for time: a replay takes none. */
	synchronized Bounds bounds() {
		JsonNode bounds = this.root.path("bounds");
		return new Bounds(bounds.path("steps").asInt(0), Duration.ofDays(1), bounds.path("tokens").asLong(0),
				bounds.path("nano_usd").asLong(0));
	}

	synchronized AgentRequest request() {
		JsonNode request = this.root.path("request");
		List<AgentRequest.Turn> turns = new ArrayList<>();
		request.path("turns")
			.forEach((turn) -> turns.add(
					new AgentRequest.Turn(turn.path("role").asString(""), PhiText.of(turn.path("text").asString("")))));
		return new AgentRequest(turns, true, false, strings(request.path("collections")),
				request.path("identities").deepCopy().asArray(), null);
	}

	synchronized List<String> names(String field) {
		return strings(this.root.path(field));
	}

	private static List<String> strings(JsonNode values) {
		return values.valueStream().map((value) -> value.asString("")).toList();
	}

	static Reply reply(JsonNode entry) {
		List<ToolCall> calls = new ArrayList<>();
		entry.path("calls")
			.forEach((call) -> calls.add(new ToolCall(call.path("id").asString(""), call.path("name").asString(""),
					call.path("arguments").asString(""))));
		return new Reply(entry.path("message").deepCopy().asObject(), calls, entry.path("input").asLong(0),
				entry.path("output").asLong(0), entry.path("nano_usd").asLong(0));
	}

	/** What a tool said, or with what it failed. */
	static Mono<ToolResult> outcome(JsonNode entry) {
		if (entry.has("refusal")) {
			JsonNode refusal = entry.path("refusal");
			return Mono.error(new ToolRefusal(refusal.path("code").asString(""), refusal.path("message").asString("")));
		}
		return entry.has("problem") ? Mono.error(problem(entry.path("problem"))) : Mono.just(result(entry));
	}

	static AgentProblem problem(JsonNode problem) {
		return AgentProblem.passedOn(problem.path("status").asInt(500), problem.path("type").asString(""),
				problem.path("code").asString(""), problem.path("message").asString(""), Map.of());
	}

	private static ToolResult result(JsonNode entry) {
		List<Source> sources = new ArrayList<>();
		entry.path("sources")
			.forEach((source) -> sources.add(new Source(source.path("id").asString(""),
					PhiText.of(source.path("title").asString("")), PhiText.of(source.path("text").asString("")))));
		List<Identity> identities = new ArrayList<>();
		entry.path("identities")
			.forEach((one) -> identities
				.add(new Identity(one.path("type").asString(""), PhiText.of(one.path("value").asString("")))));
		return new ToolResult(entry.path("content").deepCopy(), sources, identities);
	}

	@Override
	public String toString() {
		return "Tape[id=" + text("id") + "]";
	}

	/**
	 * What a model was asked, by its fingerprints.
	 *
	 * @param instructions that of what the model is told to do
	 * @param tools that of the tools that it may call
	 * @param messages that of what was said
	 */
	record Question(String instructions, String tools, String messages) {

		static Question of(ArrayNode messages, ArrayNode offered, ArrayNode identities) {
			return new Question(Fingerprint.of(messages.path(0).toString()), Fingerprint.of(offered.toString()),
					Fingerprint.of(messages + "\n" + identities));
		}

		ObjectNode to(ObjectNode entry) {
			return entry.put("instructions", this.instructions)
				.put("offered", this.tools)
				.put("messages", this.messages);
		}

	}

}
