package io.hilum.agents.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import io.hilum.agents.AgentApplication;
import io.hilum.architecture.EventLoops;
import io.hilum.trust.context.ContextKey;
import io.hilum.trust.context.ContextSigner;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.context.SignIn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole service behind a scripted gateway, spoken to as the gateway speaks to it,
 * with event loops guarded.
 */
public final class RunningAgents implements AutoCloseable {

	/**
	 * How long anything may take here.
	 */
	public static final Duration PATIENCE = Duration.ofSeconds(90);

	/**
	 * The key that the service shares with the gateway.
	 */
	public static final String KEY = Base64.getEncoder()
		.encodeToString("k".repeat(32).getBytes(StandardCharsets.US_ASCII));

	private final ContextSigner signer = new ContextSigner("gateway-service",
			Map.of("agent-service", ContextKey.parse(KEY)), Clock.systemUTC());

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final ConfigurableApplicationContext context;

	private RunningAgents(Map<String, String> properties) {
		this.context = AgentApplication.application()
			.run(properties.entrySet()
				.stream()
				.map((option) -> "--" + option.getKey() + "=" + option.getValue())
				.toArray(String[]::new));
	}

	/**
	 * Start it and wait until it is ready.
	 * @param gateway its gateway
	 * @param options what it is told beside that
	 * @return the running service
	 */
	public static RunningAgents start(ScriptedGateway gateway, Map<String, String> options) {
		EventLoops.guard();
		Map<String, String> properties = new HashMap<>(Map.of("server.port", "0", "logging.structured.format.console",
				"", "HILUM_CONTEXT_KEY_GATEWAY_AGENT", KEY, "HILUM_GATEWAY_URL", gateway.url(),
				"hilum.gateway.connect-timeout", "30s", "hilum.tools.time", "60s"));
		properties.putAll(options);
		return new RunningAgents(properties);
	}

	/**
	 * A person who is signed in.
	 * @param run the id of the request
	 * @param subject who it is
	 * @param role the role
	 * @return the context
	 */
	public static ServiceContext person(String run, String subject, String role) {
		return new ServiceContext(run, subject, List.of(role), "ward", null, null, "treatment", PhiState.RAW, "none",
				"conversation")
			.withSignIn(new SignIn(true, List.of(), null, true));
	}

	/**
	 * A request as the gateway makes it.
	 * @param path what is asked
	 * @param asker on whose behalf
	 * @return the request without its method
	 */
	public HttpRequest.Builder request(String path, ServiceContext asker) {
		return HttpRequest.newBuilder(uri(path))
			.timeout(PATIENCE)
			.header("content-type", "application/json")
			.header(ServiceContext.HEADER, this.signer.sign(asker, "agent-service"))
			.header("Hilum-Delegation", "sealed");
	}

	/**
	 * A request that begins a run.
	 * @param agent whom it asks
	 * @param asker on whose behalf
	 * @param body the request
	 * @return the request
	 */
	public HttpRequest run(String agent, ServiceContext asker, String body) {
		return request("/v1/chat/completions", asker).header("Hilum-Agent", agent)
			.header("Hilum-Agent-Model", "sandbox")
			.header("Hilum-Agent-Bounds", "steps=6")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
	}

	/**
	 * An address of the service.
	 * @param path the path
	 * @return the address
	 */
	public URI uri(String path) {
		return URI.create(
				"http://127.0.0.1:" + this.context.getEnvironment().getRequiredProperty("local.server.port") + path);
	}

	/**
	 * A bean of the service.
	 * @param type its type
	 * @param <T> its type
	 * @return the bean
	 */
	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	/**
	 * Wait for something.
	 * @param condition what
	 */
	public static void await(BooleanSupplier condition) {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
			LockSupport.parkNanos(1_000_000);
		}
	}

	@Override
	public void close() {
		this.context.close();
	}

	/**
	 * Send a request.
	 * @param request the request
	 * @return the answer
	 */
	public HttpResponse<String> send(HttpRequest request) {
		return send(request, HttpResponse.BodyHandlers.ofString());
	}

	/**
	 * Send a request.
	 * @param request the request
	 * @param body how its answer is read
	 * @param <T> as what
	 * @return the answer
	 */
	public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
		try {
			return this.client.send(request, body);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Read a stream of events as it comes.
	 * @param body the stream
	 * @return its lines
	 */
	public static BufferedReader events(InputStream body) {
		return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
	}

	/**
	 * Wait until somebody is asked for approval.
	 * @param events a stream of events
	 * @return the step that asks
	 * @throws IOException if the stream cannot be read
	 */
	public static JsonNode approval(BufferedReader events) throws IOException {
		JsonMapper json = JsonMapper.shared();
		for (String line = events.readLine(); line != null; line = events.readLine()) {
			JsonNode step = line.startsWith("data: {") ? json.readTree(line.substring(6)).at("/hilum/step")
					: json.createObjectNode();
			if (step.path("kind").asString("").equals("approval")) {
				return step;
			}
		}
		throw new AssertionError("nobody was asked");
	}

}
