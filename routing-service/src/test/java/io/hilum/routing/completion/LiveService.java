package io.hilum.routing.completion;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import io.hilum.architecture.EventLoops;
import io.hilum.parts.Parts;
import io.hilum.routing.RoutingApplication;
import io.hilum.trust.context.ContextKey;
import io.hilum.trust.context.ContextSigner;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The service as a whole on real Redis and Kafka, with a provider that fails on demand;
 * started once for all tests of a JVM.
 */
final class LiveService {

	static final JsonMapper JSON = JsonMapper.shared();

	static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

	static final ContextSigner SIGNER = new ContextSigner("gateway-service",
			Map.of("routing-service", ContextKey.parse(KEY)), Clock.systemUTC());

	static final HttpClient CLIENT = HttpClient.newHttpClient();

	private static final String CATALOGUE = """
			agreements:
			  - {id: baa, covers: [fake], expires: 2099-01-01}
			  - {id: old, covers: [other], expires: 2020-01-01}
			providers:
			  - {id: fake, type: openai-compatible, endpoint: "%1$s", api-key: sk-test, region: here}
			  - {id: other, type: openai-compatible, endpoint: "%1$s"}
			  - {id: behind, type: openai-compatible, endpoint: "http://127.0.0.1:%3$d/v1"}
			  - {id: refused, type: openai-compatible, endpoint: "http://localhost:1/v1"}
			  - {id: nowhere, type: openai-compatible, endpoint: "http://nowhere.invalid/v1"}
			  - {id: claude, type: anthropic, endpoint: "%1$s", api-key: k, betas: [context-1m-2025-08-07]}
			  - {id: sandbox, type: sandbox}
			models:
			  - {name: sandbox, free: true, deployments: [{provider: sandbox, model: sandbox}]}
			  - {name: claude, free: true, deployments: [{provider: claude, model: claude-x}]}
			  - {name: slow, free: true, deployments: [{provider: fake, model: slow}]}
			  - {name: behind-slow, free: true, deployments: [{provider: behind, model: slow}]}
			  - {name: behind-or-wide, free: true, deployments: [{provider: behind, model: ok}], fallback: [wide]}
			  - {name: priced, price: {input: 1, output: 1000}, deployments: [{provider: fake, model: ok}]}
			  - {name: priced-two, price: {input: 1, output: 1000}, deployments: [{provider: fake, model: two}]}
			  - {name: priced-held, price: {input: 1, output: 1000}, deployments: [{provider: fake, model: held}]}
			  - {name: uncovered, free: true, deployments: [{provider: other, model: ok}]}
			  - {name: mixed, free: true, deployments: [{provider: other, model: ok}, {provider: fake, model: ok}]}
			  - {name: short, free: true, deployments: [{provider: fake, model: too-long}], context-fallback: [wide]}
			  - {name: strict, free: true, deployments: [{provider: fake, model: filtered}], content-fallback: [wide]}
			  - {name: cautious, price: {input: 1, output: 1000}, deployments: [{provider: fake, model: censored}],
			     content-fallback: [priced], content-fallback-after-answer: true}
			  - {name: cautious-late, free: true, deployments: [{provider: fake, model: censored-late}],
			     content-fallback: [wide], content-fallback-after-answer: true}
			  - {name: always-cut, free: true, deployments: [{provider: fake, model: censored}],
			     content-fallback: [cautious-late], content-fallback-after-answer: true}
			  - {name: content, free: true, deployments: [{provider: fake, model: censored}], content-fallback: [wide]}
			  - {name: priced-429, price: {input: 1, output: 1000}, deployments: [{provider: fake, model: "429"}]}
			  - {name: only-refused, free: true, deployments: [{provider: refused, model: ok}]}
			  - {name: first-refused, free: true, deployments: [{provider: refused, model: ok}], fallback: [wide]}
			  - {name: only-nowhere, free: true, deployments: [{provider: nowhere, model: ok}]}
			  - {name: first-nowhere, free: true, deployments: [{provider: nowhere, model: ok}], fallback: [wide]}
			  - {name: limited, free: true, rpm: 2, tpm: 100000, deployments: [{provider: fake, model: ok}]}
			  - {name: priced-silence, price: {input: 1, output: 1000}, deployments: [{provider: fake, model: silence}]}
			  - {name: known, price: {input: 1, output: 1000}, cache: {ttl: 10m}, deployments: [{provider: fake, model: told}]}
			  - {name: known-free, free: true, cache: {ttl: 10m}, deployments: [{provider: fake, model: told}]}
			  - {name: known-sandbox, free: true, cache: {ttl: 10m}, deployments: [{provider: sandbox, model: sandbox}]}
			  - {name: embedder, free: true, deployments: [{provider: fake, model: embed}]}
			  - {name: alike, price: {input: 1, output: 1000}, deployments: [{provider: fake, model: told}],
			     cache: {ttl: 10m, similar: {embeddings: embedder, teams: [cardiology]}}}
			  - {name: alike-unmeasured, free: true, deployments: [{provider: fake, model: told}],
			     cache: {ttl: 10m, similar: {embeddings: only-500, teams: [cardiology]}}}
			  - {name: known-cut, free: true, cache: {ttl: 10m}, deployments: [{provider: fake, model: cut}]}
			  - {name: vaulted, free: true, mfa: required, authentication: {context: c1, max-age: 15m},
			     deployments: [{provider: fake, model: two}]}
			  - {name: before-vaulted, free: true, deployments: [{provider: refused, model: ok}], fallback: [vaulted]}
			  - {name: wide, free: true, deployments: [{provider: fake, model: ok}]}
			  - name: tailored
			    free: true
			    deployments: [{provider: fake, model: ok}]
			    transform:
			      defaults: {temperature: 0.2}
			      caps: {max_tokens: 50}
			      remove: [logit_bias]
			      system: Be kind
			      drop: [vendor]
			      max-request: 2KB
			%2$s
			aliases: {limited-too: limited, safe: vaulted}
			policies:
			  - {id: raw-under-agreement, effect: deny, when: 'phi == "raw" && agreement == ""', reason: no agreement}
			  - {id: at-home, effect: deny, when: 'network != "" && !network.inside("10.0.0.0/8")', reason: use the VPN}
			  - {id: research-by-day, effect: deny, when: 'purpose == "curiosity"', reason: not for curiosity}
			roles:
			  Clinician: {models: ["*"], phi: pseudonymise}
			  Research: {models: ["*"], phi: allow}
			  Billing: {models: [sandbox], phi: block}
			""";

	private static final List<String> FAILING = List.of("429", "500", "401", "400", "html", "reset", "silence", "cut",
			"stall", "garbage", "nodone", "early-cut", "lingering", "429-long", "529", "drip", "huge", "odd", "flood",
			"trickle", "half");

	private static final LiveService SHARED = started();

	private final FakeUpstream upstream;

	private final StallingProxy proxy;

	private final Path directory;

	private final URI root;

	private final ConfigurableApplicationContext context;

	private LiveService() throws IOException {
		this.directory = Files.createTempDirectory("routing-service");
		this.upstream = new FakeUpstream();
		this.proxy = new StallingProxy(URI.create(this.upstream.url()).getPort());
		Path catalogue = this.directory.resolve("catalogue.yaml");
		StringBuilder failing = new StringBuilder();
		FAILING.forEach((mode) -> failing.append("""
				  - {name: "only-%1$s", free: true, deployments: [{provider: fake, model: "%1$s"}]}
				  - {name: "first-%1$s", free: true, deployments: [{provider: fake, model: "%1$s"},
				      {provider: fake, model: ok, priority: 2}]}
				""".formatted(mode)));
		Files.writeString(catalogue, CATALOGUE.formatted(this.upstream.url(), failing, this.proxy.port()));
		Parts.redis().flush();
		EventLoops.guard();
		this.context = RoutingApplication.application()
			.run("--server.port=0", "--hilum.kafka.create-topics=true", "--hilum.catalogue.file=" + catalogue,
					"--hilum.context.accept.gateway-service=" + KEY,
					"--hilum.metering.journal=" + this.directory.resolve("journal"), "--hilum.sandbox.word-delay=0ms",
					"--hilum.provider.http.response-timeout=20s", "--hilum.provider.http.idle-timeout=15s",
					"--hilum.provider.http.lost-after=15s", "--hilum.provider.http.connect-timeout=20s",
					"--hilum.provider.http.acquire-timeout=30s", "--hilum.health.failures=1000",
					"--hilum.completion.retry-share=100", "--hilum.budget.hold-expiry=200s",
					"--hilum.completion.total-timeout=180s", "--hilum.completion.body-timeout=8s",
					"--hilum.edge.head-timeout=6s", "--hilum.edge.stall-timeout=15s", "--hilum.health.max-pause=10m",
					"--hilum.cache.timeout=20s", "--hilum.cache.store-timeout=20s", "--hilum.cache.measure-timeout=60s",
					"--spring.data.redis.timeout=30s", "--spring.data.redis.connect-timeout=30s",
					"--hilum.budget.sweep-interval=200ms", "--hilum.idempotency.max-answer=16KB",
					"--hilum.idempotency.timeout=30s", "--hilum.budget.default-output-tokens=10",
					"--hilum.exit.canaries=Quorvendale Zibeth", "--spring.data.redis.url=" + Parts.redis().url(),
					"--spring.kafka.bootstrap-servers=" + Parts.kafka().bootstrapServers(),
					"--logging.structured.format.console=");
		this.root = URI.create("http://localhost:" + this.context.getEnvironment().getProperty("local.server.port"));
	}

	private static LiveService started() {
		try {
			return new LiveService();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static FakeUpstream upstream() {
		return Ready.SERVICE.upstream;
	}

	/**
	 * On the way to the provider {@code behind}.
	 */
	static StallingProxy proxy() {
		return Ready.SERVICE.proxy;
	}

	static Path directory() {
		return Ready.SERVICE.directory;
	}

	static URI root() {
		return Ready.SERVICE.root;
	}

	@SuppressWarnings("unchecked")
	static RouterFunction<?> routes() {
		return Ready.SERVICE.context.getBeanProvider(RouterFunction.class)
			.stream()
			.map((routes) -> (RouterFunction<ServerResponse>) routes)
			.reduce(RouterFunction::and)
			.orElseThrow();
	}

	static String chat(String model, String more) {
		return "{\"model\":\"" + model + "\",\"messages\":[{\"role\":\"user\",\"content\":\"hello there\"}]" + more
				+ "}";
	}

	static ServiceContext caller(String role) {
		return context(role, "cardiology", PhiState.DEIDENTIFIED);
	}

	static ServiceContext context(String role, String team, PhiState phi) {
		return new ServiceContext("req-1", "https://idp|amelia", List.of(role), team, null, null, "treatment", phi,
				"p1", "c1");
	}

	static HttpRequest.Builder request(String path, ServiceContext caller) {
		return HttpRequest.newBuilder(root().resolve(path))
			.header(ServiceContext.HEADER, SIGNER.sign(caller, "routing-service"))
			.header("Hilum-Phi-Counts", "NAME=2,DATE=1")
			.timeout(Duration.ofMinutes(2));
	}

	static HttpResponse<String> post(String body, ServiceContext caller) {
		return send(request("/v1/chat/completions", caller).POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	static HttpResponse<String> get(String path) {
		return send(HttpRequest.newBuilder(root().resolve(path)).GET());
	}

	static HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	static void await(BooleanSupplier condition) {
		await(Duration.ofSeconds(90), condition);
	}

	static void await(Duration most, BooleanSupplier condition) {
		Instant deadline = Clock.systemUTC().instant().plus(most);
		while (!condition.getAsBoolean()) {
			assertThat(Clock.systemUTC().instant()).as("time is over").isBefore(deadline);
			try {
				Thread.sleep(50);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	/**
	 * The service, once it says that it is ready.
	 */
	private static final class Ready {

		private static final LiveService SERVICE = awaited();

		private static LiveService awaited() {
			AccessTopic.budget("team:unused", 1, "hard");
			await(() -> send(HttpRequest.newBuilder(SHARED.root.resolve("/actuator/health/readiness")).GET())
				.statusCode() == 200);
			return SHARED;
		}

	}

}
