package io.hilum.agents.remote;

import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import io.hilum.agents.evidence.Source;
import io.hilum.agents.pseudonym.Pseudonyms;
import io.hilum.agents.tool.Tool;
import io.hilum.agents.tool.ToolDefinition;
import io.hilum.agents.tool.ToolRefusal;
import io.hilum.agents.tool.ToolResult;
import io.hilum.agents.tool.ToolUse;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A tool of another server. It is there once its definition was seen and found to be the
 * allowed one, which each call finds again before anything is sent. A server outside the
 * trust zone is told pseudonyms.
 */
final class RemoteTool implements Tool {

	private static final Logger logger = LoggerFactory.getLogger(RemoteTool.class);

	private static final RandomGenerator RANDOM = new SecureRandom();

	/**
	 * What a call may end with after it was sent.
	 */
	private static final Set<String> AFTER_SENDING = Set.of("server_failed", "server_refused", "result_invalid");

	private static final int LETTERS = 26;

	private static final int ALIAS = 8;

	private final RemoteServer server;

	private final AllowedTool allowed;

	private final ToolServer connection;

	private final RemoteCalls calls;

	private final Pseudonyms pseudonyms;

	private final Judge judge;

	private volatile Standing standing;

	RemoteTool(RemoteServer server, AllowedTool allowed, ToolServer connection, RemoteCalls calls,
			Pseudonyms pseudonyms, int maxDefinition) {
		this.server = server;
		this.allowed = allowed;
		this.connection = connection;
		this.calls = calls;
		this.pseudonyms = pseudonyms;
		this.judge = new Judge(server, allowed, maxDefinition);
		this.standing = this.judge.unseen();
	}

	@Override
	public String name() {
		return this.judge.name();
	}

	@Override
	public ToolDefinition definition() {
		return this.standing.definition();
	}

	@Override
	public boolean joins(String agent) {
		return this.allowed.agents().contains(agent);
	}

	/**
	 * What a server outside the trust zone is told has pseudonyms in it, which is not
	 * what a person would have approved: there it writes nothing.
	 */
	@Override
	public boolean isFor(ToolUse use) {
		return this.standing.isOffered() && (this.server.inside() || !definition().writes())
				&& joins(use.mandate().agent())
				&& !Collections.disjoint(this.allowed.roles(), use.mandate().context().roles());
	}

	/**
	 * Take note of what the server says of it.
	 */
	void seen(Map<String, RemoteDefinition> definitions) {
		see(definitions.get(this.allowed.name()));
	}

	private synchronized Standing see(@Nullable RemoteDefinition definition) {
		Standing before = this.standing;
		Standing now = this.judge.judge(before, definition);
		this.standing = now;
		if (!now.verdict().equals(before.verdict())) {
			tell(now, definition);
		}
		return now;
	}

	private void tell(Standing now, @Nullable RemoteDefinition definition) {
		String hash = (definition != null) ? definition.hash() : "none";
		if (now.isOffered()) {
			logger.info("The tool {} of the MCP server {} is offered; its definition is {}", this.allowed.name(),
					this.server.id(), hash);
			return;
		}
		logger.warn("The tool {} of the MCP server {} is refused: {}; its definition is {}", this.allowed.name(),
				this.server.id(), now.verdict(), hash);
	}

	private void require(@Nullable RemoteDefinition definition) {
		Standing now = see(definition);
		if (!now.isOffered()) {
			throw new ToolRefusal(now.verdict(), "The server of this tool no longer has it as it was allowed");
		}
	}

	@Override
	public Mono<ToolResult> call(JsonNode arguments, ToolUse use) {
		if (!isFor(use)) {
			throw new ToolRefusal("tool_unknown", "There is no tool of this name");
		}
		Mono<JsonNode> told = this.server.inside() ? Mono.just(arguments)
				: this.pseudonyms.in(arguments, use.mandate(), use.identities());
		return this.calls.within(use.mandate().run(),
				told.flatMap((asked) -> this.connection.call(this.allowed.name(), asked, this::require))
					.map(this::result)
					.onErrorMap(ToolRefusal.class, this::refusal));
	}

	private ToolRefusal refusal(ToolRefusal refusal) {
		return definition().writes() && AFTER_SENDING.contains(refusal.code()) ? ToolRefusal.writeUnknown() : refusal;
	}

	private ToolResult result(ToolServer.Answer answer) {
		requirePromised(answer);
		String id = name() + "/" + alias();
		ObjectNode shown = JsonMapper.shared().createObjectNode().put("server", this.server.id()).put("id", id);
		ArrayNode texts = shown.putArray("texts");
		answer.texts().forEach((text) -> texts.add(text.reveal()));
		String all = answer.texts().stream().map(PhiText::reveal).collect(Collectors.joining("\n"));
		if (answer.structured() != null) {
			shown.set("structured", answer.structured());
			all += "\n" + answer.structured();
		}
		shown.put("left_out", answer.leftOut());
		if (answer.failed()) {
			return ToolResult.of(shown.put("failed", true));
		}
		PhiText title = PhiText
			.of("What the tool " + this.allowed.name() + " of the server " + this.server.id() + " said");
		return new ToolResult(shown, List.of(new Source(id, title, PhiText.of(all))));
	}

	private void requirePromised(ToolServer.Answer answer) {
		var output = this.standing.output();
		if (output == null || answer.failed()) {
			return;
		}
		JsonNode structured = answer.structured();
		if (structured == null || !output.validate(structured).isEmpty()) {
			throw new ToolRefusal("result_invalid", "The tool's answer does not have the form that it promises");
		}
	}

	private static String alias() {
		StringBuilder alias = new StringBuilder();
		RANDOM.ints(ALIAS, 0, LETTERS).forEach((letter) -> alias.append((char) ('a' + letter)));
		return alias.toString();
	}

}
