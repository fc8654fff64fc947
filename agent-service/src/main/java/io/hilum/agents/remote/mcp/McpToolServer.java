package io.hilum.agents.remote.mcp;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.net.http.HttpTimeoutException;

import io.hilum.agents.remote.RemoteDefinition;
import io.hilum.agents.remote.ToolServer;
import io.hilum.agents.tool.ToolRefusal;
import io.hilum.trust.text.PhiText;
import io.modelcontextprotocol.client.McpAsyncClient;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One MCP server. Each look and each call is a session of its own: no server can carry
 * anything from one run to another, and nobody waits for a session that hangs.
 */
final class McpToolServer implements ToolServer {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {
	};

	private static final int PAGES = 8;

	private static final Duration FAREWELL = Duration.ofSeconds(2);

	private final Supplier<McpAsyncClient> sessions;

	private final Duration time;

	McpToolServer(Supplier<McpAsyncClient> sessions, Duration time) {
		this.sessions = sessions;
		this.time = time;
	}

	@Override
	public Mono<Map<String, RemoteDefinition>> definitions() {
		return within(McpToolServer::listed);
	}

	@Override
	public Mono<Answer> call(String tool, JsonNode arguments, Consumer<@Nullable RemoteDefinition> check) {
		McpSchema.CallToolRequest request = McpSchema.CallToolRequest.builder(tool)
			.arguments(JSON.convertValue(arguments, MAP))
			.build();
		return within((client) -> listed(client).doOnNext((all) -> check.accept(all.get(tool)))
			.then(Mono.defer(() -> client.callTool(request)))
			.map(McpToolServer::answer));
	}

	private <T> Mono<T> within(Function<McpAsyncClient, Mono<T>> use) {
		return Mono
			.usingWhen(Mono.fromSupplier(this.sessions).subscribeOn(Schedulers.boundedElastic()),
					(client) -> client.initialize().then(Mono.defer(() -> use.apply(client))), McpToolServer::close,
					(client, ex) -> close(client), McpToolServer::close)
			.timeout(this.time)
			.onErrorMap(McpToolServer::withoutWords);
	}

	/**
	 * A server is told that a session is over, and nobody waits for what it says to it.
	 */
	private static Mono<Void> close(McpAsyncClient client) {
		return Mono.fromRunnable(() -> client.closeGracefully().timeout(FAREWELL).onErrorComplete().subscribe());
	}

	private static Mono<Map<String, RemoteDefinition>> listed(McpAsyncClient client) {
		return client.listTools(McpSchema.FIRST_PAGE)
			.expand((page) -> hasNext(page) ? client.listTools(page.nextCursor()) : Mono.empty())
			.take(PAGES)
			.collectList()
			.map(McpToolServer::byName);
	}

	private static boolean hasNext(McpSchema.ListToolsResult page) {
		return page.nextCursor() != null && !page.nextCursor().isEmpty();
	}

	private static Map<String, RemoteDefinition> byName(List<McpSchema.ListToolsResult> pages) {
		Map<String, RemoteDefinition> all = new LinkedHashMap<>();
		Set<String> twice = new HashSet<>();
		for (McpSchema.ListToolsResult page : pages) {
			for (McpSchema.Tool tool : page.tools()) {
				if (all.put(tool.name(), definition(tool)) != null) {
					twice.add(tool.name());
				}
			}
		}
		all.keySet().removeAll(twice);
		return all;
	}

	private static RemoteDefinition definition(McpSchema.Tool tool) {
		ObjectNode json = JSON.valueToTree(tool);
		json.remove(List.of("_meta", "icons"));
		return new RemoteDefinition(json);
	}

	private static Answer answer(McpSchema.CallToolResult result) {
		List<PhiText> texts = new ArrayList<>();
		for (McpSchema.Content content : result.content()) {
			if (content instanceof McpSchema.TextContent text) {
				texts.add(PhiText.of(text.text()));
			}
		}
		JsonNode structured = (result.structuredContent() != null) ? JSON.valueToTree(result.structuredContent())
				: null;
		return new Answer(texts, structured, Boolean.TRUE.equals(result.isError()),
				result.content().size() - texts.size());
	}

	/** What the SDK throws may quote what the server said. */
	private static Throwable withoutWords(Throwable thrown) {
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			if (cause instanceof ToolRefusal refusal) {
				return refusal;
			}
			if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
				return new TimeoutException("an MCP server took too long");
			}
			if (cause instanceof McpError) {
				return new ToolRefusal("server_refused", "The server of this tool refused the call");
			}
		}
		return new ToolRefusal("server_failed", "The server of this tool did not answer as it should");
	}

}
