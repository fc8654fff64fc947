package io.hilum.agents.remote.mcp;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

import io.hilum.agents.tool.ToolRefusal;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import reactor.core.publisher.Mono;

/**
 * The way to a server for one session, on which one call of a tool is sent at most. The
 * SDK begins a new session where a server says that it does not know the one there is,
 * and calls again: what writes would be written twice, and of a definition that nobody
 * looked at.
 */
final class OneCall implements McpClientTransport {

	private final McpClientTransport way;

	private final AtomicBoolean called = new AtomicBoolean();

	OneCall(McpClientTransport way) {
		this.way = way;
	}

	@Override
	public Mono<Void> sendMessage(McpSchema.JSONRPCMessage message) {
		return Mono.defer(() -> (isCall(message) && !this.called.compareAndSet(false, true))
				? Mono.error(new ToolRefusal("server_failed", "The server of this tool did not answer as it should"))
				: this.way.sendMessage(message));
	}

	private static boolean isCall(McpSchema.JSONRPCMessage message) {
		return message instanceof McpSchema.JSONRPCRequest request
				&& request.method().equals(McpSchema.METHOD_TOOLS_CALL);
	}

	@Override
	public Mono<Void> connect(Function<Mono<McpSchema.JSONRPCMessage>, Mono<McpSchema.JSONRPCMessage>> handler) {
		return this.way.connect(handler);
	}

	@Override
	public void setExceptionHandler(Consumer<Throwable> handler) {
		this.way.setExceptionHandler(handler);
	}

	@Override
	public Mono<Void> closeGracefully() {
		return this.way.closeGracefully();
	}

	@Override
	public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
		return this.way.unmarshalFrom(data, type);
	}

	@Override
	public List<String> protocolVersions() {
		return this.way.protocolVersions();
	}

}
