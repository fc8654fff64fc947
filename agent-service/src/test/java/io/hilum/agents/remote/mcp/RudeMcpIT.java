package io.hilum.agents.remote.mcp;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import io.hilum.agents.remote.RemoteDefinition;
import io.hilum.agents.remote.RemoteProperties;
import io.hilum.agents.remote.RemoteServer;
import io.hilum.agents.remote.ToolServer;
import io.hilum.agents.tool.ToolRefusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableChannel;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for {@link McpToolServer} with servers that do what they should not.
 */
class RudeMcpIT {

	private static final Duration TIME = Duration.ofSeconds(6);

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private static final Consumer<@Nullable RemoteDefinition> ANY = (definition) -> {
	};

	private final McpConnections connections = new McpConnections(new RemoteProperties(List.of(), Duration.ofSeconds(5),
			TIME, Duration.ofMinutes(1), DataSize.ofKilobytes(32), 16000, 20, 16));

	@AfterEach
	void close() {
		this.connections.close();
	}

	@Test
	void callsAServerThatBehaves() {
		try (RudeMcp server = new RudeMcp(RudeMcp::politely)) {
			ToolServer.Answer answer = call(server, ANY).block(PATIENCE);
			assertThat(answer).isNotNull();
			assertThat(answer.texts().getFirst().reveal()).isEqualTo("fine");
			assertThat(answer.failed()).isFalse();
			assertThat(server.asked()).contains("initialize", "notifications/initialized", "tools/list", "tools/call");
		}
	}

	@Test
	void givesUpWhatHangsAndLeaves() {
		for (String method : List.of("initialize", "tools/list", "tools/call")) {
			try (RudeMcp server = new RudeMcp((message, response) -> message.path("method").asString("").equals(method)
					? Mono.never() : RudeMcp.politely(message, response))) {
				assertThat(failure(call(server, ANY))).as(method).hasCauseInstanceOf(TimeoutException.class);
				await(() -> server.left() > 0);
			}
		}
	}

	@Test
	void readsNoAnswerWithoutEnd() {
		try (RudeMcp server = new RudeMcp((message, response) -> isCall(message)
				? endless(response, "text/event-stream", "data: ") : RudeMcp.politely(message, response))) {
			assertThat(failure(call(server, ANY))).isNotNull();
			await(() -> server.left() > 0);
		}
		try (RudeMcp server = new RudeMcp((message, response) -> isCall(message)
				? endless(response, "application/json", "{\"x\":\"") : RudeMcp.politely(message, response))) {
			assertThat(failure(call(server, ANY))).isNotNull();
			await(() -> server.left() > 0);
		}
	}

	@Test
	void waitsForNoStreamOfOtherThings() {
		try (RudeMcp server = new RudeMcp((message,
				response) -> isCall(message) ? response.header("content-type", "text/event-stream")
					.sendString(
							Flux.interval(Duration.ofMillis(50))
								.map((n) -> "data: {\"jsonrpc\":\"2.0\",\"method\":\"notifications/message\"}\n\n"),
							java.nio.charset.StandardCharsets.UTF_8)
					.then() : RudeMcp.politely(message, response))) {
			assertThat(failure(call(server, ANY))).hasCauseInstanceOf(TimeoutException.class);
			await(() -> server.left() > 0);
		}
	}

	@Test
	void followsNoRedirection() {
		try (RudeMcp elsewhere = new RudeMcp(RudeMcp::politely);
				RudeMcp server = new RudeMcp(
						(message, response) -> response.status(307).header("location", elsewhere.url()).send())) {
			assertThat(code(call(server, ANY))).isEqualTo("server_failed");
			assertThat(server.asked()).isNotEmpty();
			assertThat(elsewhere.asked()).isEmpty();
		}
	}

	@Test
	void saysNothingOfWhatAServerSaid() {
		try (RudeMcp server = new RudeMcp((message, response) -> isCall(message)
				? RudeMcp.json(response,
						"{\"jsonrpc\":\"2.0\",\"id\":" + message.path("id")
								+ ",\"error\":{\"code\":-32000,\"message\":\"Irma Peter is not here\"}}")
				: RudeMcp.politely(message, response))) {
			assertThat(code(call(server, ANY))).isEqualTo("server_refused");
			assertThat(failure(call(server, ANY))).hasMessageNotContaining("Irma");
		}
		for (String body : List.of("Irma Peter", "[]", "{}", "",
				"{\"jsonrpc\":\"2.0\",\"id\":\"other\",\"result\":{}}")) {
			try (RudeMcp server = new RudeMcp((message, response) -> isCall(message) ? RudeMcp.json(response, body)
					: RudeMcp.politely(message, response))) {
				Throwable failure = failure(call(server, ANY));
				assertThat(String.valueOf(failure)).as(body).doesNotContain("Irma");
			}
		}
	}

	@Test
	void callsOnceWhateverTheServerSaysOfItsSession() {
		try (RudeMcp server = new RudeMcp((message, response) -> {
			response.header("mcp-session-id", "s1");
			return isCall(message) ? response.status(404).send() : RudeMcp.politely(message, response);
		})) {
			assertThat(code(call(server, ANY))).isEqualTo("server_failed");
			assertThat(server.asked()).filteredOn("tools/call"::equals).hasSize(1);
		}
	}

	@Test
	void callsOnceIfTheConnectionBreaks() {
		try (RudeMcp server = new RudeMcp((message, response) -> {
			if (!isCall(message)) {
				return RudeMcp.politely(message, response);
			}
			response.withConnection(DisposableChannel::dispose);
			return Mono.never();
		})) {
			assertThat(failure(call(server, ANY))).isNotNull();
			assertThat(server.asked()).filteredOn("tools/call"::equals).hasSize(1);
		}
	}

	@Test
	void readsNoListWithoutEnd() {
		try (RudeMcp server = new RudeMcp(
				(message, response) -> message.path("method").asString("").equals("tools/list")
						? RudeMcp.result(message, response, "{\"tools\":[],\"nextCursor\":\"more\"}")
						: RudeMcp.politely(message, response))) {
			assertThat(connect(server).definitions().block(PATIENCE)).isEmpty();
			assertThat(server.asked().stream().filter("tools/list"::equals).count()).isLessThanOrEqualTo(9);
		}
	}

	@Test
	void takesANameThatIsUsedTwiceForNone() {
		String twice = """
				{"tools":[{"name":"look","description":"A","inputSchema":{"type":"object"}},
				{"name":"see","description":"S","inputSchema":{"type":"object"}},
				{"name":"look","description":"B","inputSchema":{"type":"object"}}]}""";
		try (RudeMcp server = new RudeMcp(
				(message, response) -> message.path("method").asString("").equals("tools/list")
						? RudeMcp.result(message, response, twice) : RudeMcp.politely(message, response))) {
			assertThat(connect(server).definitions().block(PATIENCE)).containsOnlyKeys("see");
		}
	}

	@Test
	void sendsNothingOnceTheDefinitionIsRefused() {
		try (RudeMcp server = new RudeMcp(RudeMcp::politely)) {
			assertThat(code(call(server, (definition) -> {
				throw new ToolRefusal("tool_changed", "no");
			}))).isEqualTo("tool_changed");
			assertThat(server.asked()).contains("tools/list").doesNotContain("tools/call");
		}
	}

	@Test
	void refusesAddressesThatMayNotBeAsked() {
		for (String url : List.of("http://drugs.example/mcp", "ftp://drugs.example", "https://u:p@drugs.example/mcp",
				"https://drugs.example/mcp?a=b", "/mcp")) {
			assertThatExceptionOfType(IllegalArgumentException.class).as(url).isThrownBy(() -> server(url));
		}
		assertThat(server("https://drugs.example/mcp").id()).isEqualTo("rude");
	}

	private static boolean isCall(JsonNode message) {
		return message.path("method").asString("").equals("tools/call");
	}

	private static Mono<Void> endless(HttpServerResponse response, String type, String begin) {
		Flux<String> pieces = Flux.concat(Mono.just(begin), Flux.just("x".repeat(1000)).repeat());
		return response.header("content-type", type).sendString(pieces, java.nio.charset.StandardCharsets.UTF_8).then();
	}

	private static RemoteServer server(String url) {
		return new RemoteServer("rude", URI.create(url), true, false, null, null, Map.of(), List.of());
	}

	private ToolServer connect(RudeMcp server) {
		return this.connections.connect(server(server.url()));
	}

	private Mono<ToolServer.Answer> call(RudeMcp server, Consumer<@Nullable RemoteDefinition> check) {
		return connect(server).call("look", JsonMapper.shared().createObjectNode(), check);
	}

	private static Throwable failure(Mono<?> call) {
		return catchThrowable(() -> call.block(PATIENCE));
	}

	private static String code(Mono<?> call) {
		Throwable failure = failure(call);
		assertThat(failure).isInstanceOf(ToolRefusal.class);
		return ((ToolRefusal) failure).code();
	}

	private static void await(BooleanSupplier condition) {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
			LockSupport.parkNanos(1_000_000);
		}
	}

}
