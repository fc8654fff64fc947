package io.hilum.gateway.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import io.hilum.architecture.EventLoops;
import io.hilum.gateway.GatewayApplication;
import io.hilum.parts.Parts;
import io.hilum.trust.context.ContextKey;
import io.hilum.trust.context.ContextVerifier;
import io.hilum.trust.context.ServiceContext;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.reactive.function.server.RouterFunction;

/**
 * One gateway for all tests of this module, and the services around it.
 */
public final class RunningGateway {

	private static final String CATALOGUE = """
			models:
			  - {name: sandbox, deployments: [{provider: sandbox, model: sandbox}]}
			  - {name: other, deployments: [{provider: sandbox, model: sandbox}]}
			roles:
			  Clinician: {models: ["*"], phi: pseudonymise}
			  Billing: {models: [sandbox], phi: redact}
			  Developer: {models: ["*"], phi: block}
			  Researcher: {models: ["*"], phi: pseudonymise, mfa: required}
			  Archivist: {models: ["*"], phi: pseudonymise, networks: [10.99.0.0/16]}
			  Admin: {models: ["*"], phi: allow}
			  Curator: {models: ["*"], phi: pseudonymise, provider-state: allow}
			  Imager: {models: ["*"], phi: pseudonymise, media: allow}
			  Archive: {models: ["*"], phi: allow, media: allow}
			  Trialist: {models: ["*"], phi: pseudonymise}
			  Typist: {models: ["*"], phi: pseudonymise, features: [chat]}
			agents:
			  - {name: agent/coding, model: sandbox, roles: [Clinician, Billing], steps: 8, time: 90s, usd: 0.25}
			  - {name: agent/clinical, model: other, roles: [Clinician]}
			phi:
			  - {collections: [trials], mode: redact}
			  - roles: [Trialist]
			    models: [other]
			    threshold: 0.5
			    types: {DATE: shift-dates, URL: allow, LOCATION: {mode: redact, threshold: 0.7}}
			""";

	private static final String FOUND = example("search/response.json");

	private static @Nullable RunningGateway shared;

	/**
	 * routing-service.
	 */
	public final ScriptedService routing = new ScriptedService(Scripts::route);

	/**
	 * phi-scrubber-service.
	 */
	public final ScriptedService scrubber = new ScriptedService(Scripts::scrub);

	/**
	 * usage-service.
	 */
	public final ScriptedService usage = new ScriptedService(
			(request) -> ScriptedService.Reply.json(200, "{\"seen\":\"" + request.uri() + "\"}"));

	/**
	 * rag-service.
	 */
	public final ScriptedService rag = new ScriptedService((request) -> ScriptedService.Reply.json(200, FOUND));

	/**
	 * agent-service.
	 */
	public final ScriptedService agent = new ScriptedService((request) -> ScriptedService.Reply.json(500, "{}"));

	/**
	 * portal-service.
	 */
	public final ScriptedService portal = new ScriptedService((request) -> ScriptedService.Reply.json(200, "{}"));

	/**
	 * The OpenID provider.
	 */
	public final TokenIssuer issuer = new TokenIssuer();

	/**
	 * Kafka's topics.
	 */
	public final Topics topics = new Topics(Parts.kafka().bootstrapServers());

	/**
	 * The catalogue.
	 */
	public final Path catalogue;

	private final AtomicInteger markers = new AtomicInteger();

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final ConfigurableApplicationContext context;

	private RunningGateway() {
		this.topics.create();
		try {
			Path folder = Files.createTempDirectory("gateway");
			this.catalogue = Files.writeString(folder.resolve("catalogue.yaml"), CATALOGUE);
			EventLoops.guard();
			this.context = GatewayApplication.application().run(arguments(folder));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String[] arguments(Path folder) {
		List<String> all = new ArrayList<>(List.of("--server.port=0", "--logging.structured.format.console=",
				"--HILUM_KAFKA=" + Parts.kafka().bootstrapServers(), "--HILUM_REDIS=" + Parts.redis().url(),
				"--HILUM_CATALOGUE=" + this.catalogue, "--HILUM_JOURNAL=" + folder.resolve("journal"),
				"--HILUM_OIDC_ISSUER=" + this.issuer.issuer(), "--HILUM_OIDC_AUDIENCE=" + TokenIssuer.AUDIENCE,
				"--HILUM_ROUTING_URL=" + this.routing.url(), "--HILUM_PHI_SCRUBBER_URL=" + this.scrubber.url(),
				"--HILUM_USAGE_URL=" + this.usage.url(), "--HILUM_RAG_URL=" + this.rag.url(),
				"--HILUM_PORTAL_URL=" + this.portal.url(), "--hilum.upstream.phi-scrubber.timeout=4s",
				"--hilum.phi.deadline=12s", "--hilum.upstream.phi-scrubber.max-body=8MB", "--hilum.chat.max-body=1MB",
				"--hilum.edge.max-upload=1MB", "--HILUM_PATIENT_MASTER=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
				"--hilum.admission.roles.Billing.requests-per-minute=3",
				"--hilum.admission.roles.Developer.concurrency=2", "--hilum.admission.timeout=30s",
				"--spring.data.redis.timeout=30s", "--spring.data.redis.connect-timeout=30s",
				"--hilum.identity.key-set-timeout=30s"));
		for (String service : List.of("routing", "phi-scrubber", "usage", "rag", "portal")) {
			all.add("--hilum.upstream." + service + ".connect-timeout=10s");
			all.add("--hilum.upstream." + service + ".max-wait=30s");
		}
		all.add("--HILUM_AGENT_URL=" + this.agent.url());
		all.add("--hilum.agents.service.connect-timeout=10s");
		for (String service : List.of("ROUTING", "PHI_SCRUBBER", "USAGE", "RAG", "PORTAL", "AGENT")) {
			all.add("--HILUM_CONTEXT_KEY_GATEWAY_" + service + "=" + contextKey(service));
		}
		return all.toArray(String[]::new);
	}

	/**
	 * The key that the gateway shares with a service.
	 * @param service the name of the service as variables have it
	 * @return the key in Base64
	 */
	public static String contextKey(String service) {
		return Base64.getEncoder().encodeToString((service + "x".repeat(32)).getBytes(StandardCharsets.US_ASCII));
	}

	/**
	 * The gateway, started once.
	 * @return the gateway, with all scripts as at the beginning
	 */
	public static synchronized RunningGateway shared() {
		if (shared == null) {
			shared = new RunningGateway();
			shared.awaitReadiness();
		}
		for (ScriptedService service : List.of(shared.routing, shared.scrubber, shared.usage, shared.rag, shared.portal,
				shared.agent)) {
			service.reset();
		}
		return shared;
	}

	/**
	 * As every balancer does: a probe connects to Redis, and not on an event loop.
	 */
	private void awaitReadiness() {
		HttpRequest probe = HttpRequest.newBuilder(uri("/actuator/health/readiness")).build();
		long deadline = System.nanoTime() + Duration.ofSeconds(120).toNanos();
		while (send(probe).statusCode() != 200) {
			if (System.nanoTime() > deadline) {
				throw new IllegalStateException("not ready: " + send(probe).body());
			}
			LockSupport.parkNanos(1_000_000);
		}
	}

	/**
	 * Where it is.
	 * @param path a path
	 * @return the path at the gateway
	 */
	public URI uri(String path) {
		return URI.create(
				"http://127.0.0.1:" + this.context.getEnvironment().getRequiredProperty("local.server.port") + path);
	}

	/**
	 * The routes that are the gateway's own.
	 * @return the routes
	 */
	public RouterFunction<?> routes() {
		return this.context.getBean("ownRoutes", RouterFunction.class);
	}

	/**
	 * Send a request.
	 * @param request the request
	 * @return the whole response
	 */
	public HttpResponse<String> send(HttpRequest request) {
		return send(request, HttpResponse.BodyHandlers.ofString());
	}

	/**
	 * Send a request.
	 * @param <T> the type of the body
	 * @param request the request
	 * @param handler what reads the body
	 * @return the response
	 */
	public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
		try {
			return this.client.send(request, handler);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Ask a question.
	 * @param credential the bearer token or key
	 * @param body the body
	 * @return a request, not sent yet
	 */
	public HttpRequest.Builder chat(String credential, String body) {
		return post("/v1/chat/completions", credential, body);
	}

	/**
	 * Post a body.
	 * @param path the path
	 * @param credential the bearer token or key
	 * @param body the body
	 * @return a request, not sent yet
	 */
	public HttpRequest.Builder post(String path, String credential, String body) {
		return HttpRequest.newBuilder(uri(path))
			.timeout(Duration.ofSeconds(90))
			.header("authorization", "Bearer " + credential)
			.header("content-type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body));
	}

	/**
	 * Read something.
	 * @param credential the bearer token or key
	 * @param path the path
	 * @return a request, not sent yet
	 */
	public HttpRequest.Builder get(String credential, String path) {
		return HttpRequest.newBuilder(uri(path))
			.timeout(Duration.ofSeconds(90))
			.header("authorization", "Bearer " + credential);
	}

	/**
	 * Verify a context as a service would.
	 * @param service the name of the service
	 * @param request what the service got
	 * @return the context
	 */
	public ServiceContext contextFor(String service, ScriptedService.Received request) {
		String name = service.replace("-service", "").replace('-', '_').toUpperCase(Locale.ROOT);
		return new ContextVerifier(service, Map.of("gateway-service", ContextKey.parse(contextKey(name))),
				Clock.systemUTC())
			.verify(request.headers().get("hilum-context"));
	}

	/**
	 * Issue a Hilum key and wait until the gateway has read it, valid or not: one behind
	 * it is known then.
	 * @param id its id
	 * @param fields fields of the event beside the usual ones, as JSON, beginning with a
	 * comma
	 * @param roles its roles as JSON
	 * @return the key
	 */
	public String issueKey(String id, String roles, String fields) {
		String key = publish(id, roles, fields);
		String marker = publish("marker" + this.markers.incrementAndGet(), "[\"Clinician\"]",
				",\"models\":[\"*\"],\"networks\":[],\"expiresAt\":null");
		long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
		while (send(get(marker, "/v1/nothing").GET().build()).statusCode() == 401) {
			if (System.nanoTime() > deadline) {
				throw new IllegalStateException("the gateway reads no keys");
			}
			LockSupport.parkNanos(1_000_000);
		}
		return key;
	}

	private String publish(String id, String roles, String fields) {
		String key = "hlm_" + id + "_" + "k".repeat(43);
		this.topics.changeKey(id,
				"{\"kind\":\"key\",\"id\":\"" + id
						+ "\",\"version\":1,\"changedAt\":\"2026-01-05T07:00:00Z\",\"revoked\":false," + "\"sha256\":\""
						+ sha256(key) + "\",\"name\":\"n\",\"subject\":\"hilum|bo\",\"roles\":" + roles
						+ ",\"team\":\"revenue\",\"application\":\"claims\",\"purpose\":\"payment\"" + fields + "}");
		return key;
	}

	/**
	 * The hash of a key as it is published.
	 * @param text the key
	 * @return its SHA-256 in hex
	 */
	public static String sha256(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Read an example of a contract.
	 * @param name its path below {@code examples}
	 * @return its text
	 */
	public static String example(String name) {
		try (var stream = RunningGateway.class.getResourceAsStream("/contracts/examples/" + name)) {
			if (stream == null) {
				throw new IllegalArgumentException("no example " + name);
			}
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
