package io.hilum.routing.stored;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.hilum.routing.catalogue.Catalogue;
import io.hilum.routing.catalogue.CatalogueFixtures;
import io.hilum.routing.catalogue.Deployment;
import io.hilum.routing.catalogue.ProviderDefinition;
import io.hilum.routing.catalogue.ProviderType;
import io.hilum.routing.catalogue.Strategy;
import io.hilum.routing.provider.ProviderFactory;
import io.hilum.routing.provider.Providers;
import io.hilum.routing.provider.http.HttpProviderProperties;
import io.hilum.routing.provider.http.HttpProviders;
import io.hilum.trust.context.ContextKey;
import io.hilum.trust.context.ContextSigner;
import io.hilum.trust.context.ContextVerifier;
import io.hilum.trust.context.ModelScope;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.context.webflux.ContextWebFilter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StoredRoutes} and the adapters below them, against a server that
 * speaks as OpenAI's API reference of responses describes it.
 */
class StoredResponsesTests {

	private static final ContextKey KEY = ContextKey.parse(Base64.getEncoder().encodeToString(new byte[32]));

	private final List<String> seen = new CopyOnWriteArrayList<>();

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private final DisposableServer server = HttpServer.create()
		.host("127.0.0.1")
		.port(0)
		.handle((request, response) -> {
			this.seen.add(request.method() + " " + request.uri() + " " + request.requestHeaders().get("authorization"));
			return response.status(this.status)
				.header("content-type", this.type)
				.sendString(Mono.just(this.answer))
				.then();
		})
		.bindNow();

	private volatile int status = 200;

	private volatile String type = "application/json";

	private volatile String answer = "{\"id\":\"resp_1\"}";

	private WebTestClient client = WebTestClient.bindToServer().build();

	@BeforeEach
	void start() {
		this.context.registerBean(Clock.class, Clock::systemUTC);
		this.context.registerBean(ReactorResourceFactory.class, () -> {
			ReactorResourceFactory resources = new ReactorResourceFactory();
			resources.setUseGlobalResources(false);
			resources.setShutdownQuietPeriod(Duration.ZERO);
			return resources;
		});
		this.context.register(HttpProviders.class, Properties.class);
		this.context.scan("io.hilum.routing.provider.openai");
		this.context.refresh();
		Providers providers = new Providers(List.copyOf(this.context.getBeansOfType(ProviderFactory.class).values()));
		Catalogue catalogue = CatalogueFixtures.catalogue(
				CatalogueFixtures.model("big", Strategy.PRIORITY, List.of(), deployment("openai", ProviderType.OPENAI)),
				CatalogueFixtures.model("small", Strategy.PRIORITY, List.of(),
						deployment("vllm", ProviderType.OPENAI_COMPATIBLE)),
				CatalogueFixtures.model("wild/*", Strategy.PRIORITY, List.of(),
						deployment("wild", ProviderType.OPENAI)));
		this.client = WebTestClient.bindToRouterFunction(new StoredRoutes().storedResponses(() -> catalogue, providers))
			.webFilter(new ContextWebFilter(
					new ContextVerifier("routing-service", Map.of("gateway-service", KEY), Clock.systemUTC()),
					List.of()))
			.configureClient()
			.responseTimeout(Duration.ofSeconds(30))
			.build();
	}

	private Deployment deployment(String name, ProviderType type) {
		ProviderDefinition provider = new ProviderDefinition(name, type,
				URI.create("http://127.0.0.1:" + this.server.port() + "/v1"), "sk-1", null, "here");
		return new Deployment(provider, "m", CatalogueFixtures.PRICE, 1, 1, "max_tokens");
	}

	@AfterEach
	void stop() {
		this.context.close();
		this.server.disposeNow();
	}

	@ParameterizedTest
	@CsvSource({ "GET,/v1/responses/resp_1,/v1/responses/resp_1", "DELETE,/v1/responses/resp_1,/v1/responses/resp_1",
			"POST,/v1/responses/resp_1/cancel,/v1/responses/resp_1/cancel",
			"GET,/v1/responses/resp_1/input_items?limit=2&order=asc,/v1/responses/resp_1/input_items?limit=2&order=asc",
			"GET,/v1/responses/resp_1?include[]=file_search_call.results,"
					+ "/v1/responses/resp_1?include%5B%5D=file_search_call.results" })
	void asksTheProviderThatKeepsIt(String method, String path, String asked) {
		ask(method, path, "openai", "Clinician").expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals("hilum-provider", "openai")
			.expectBody(String.class)
			.isEqualTo("{\"id\":\"resp_1\"}");
		assertThat(this.seen).containsExactly(method + " " + asked + " Bearer sk-1");
	}

	@ParameterizedTest
	@CsvSource({ "openai,Billing", "vllm,Clinician", "nobody,Clinician", "openai,Stranger" })
	void knowsNothingOfOthers(String provider, String role) {
		ask("GET", "/v1/responses/resp_1", provider, role).expectStatus()
			.isNotFound()
			.expectBody()
			.jsonPath("$.error.code")
			.isEqualTo("response_not_found");
		assertThat(this.seen).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "wild,wild/one,200", "wild,big,404", "openai,wild/one,404", "openai,big,200" })
	void opensToAKeyWhatItsModelsKeep(String provider, String model, int status) {
		ask("GET", "/v1/responses/resp_1", provider, caller("Clinician").withModels(new ModelScope(List.of(model))))
			.expectStatus()
			.isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "404,404,response_not_found", "401,502,upstream_login_refused", "500,502,upstream_error",
			"400,400,refused_by_provider" })
	void tellsWhatTheProviderMeans(int told, int expected, String code) {
		this.status = told;
		this.answer = "{\"error\":{\"message\":\"m\"}}";
		ask("GET", "/v1/responses/resp_1", "openai", "Clinician").expectStatus()
			.isEqualTo(expected)
			.expectBody()
			.jsonPath("$.error.code")
			.isEqualTo(code);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "?stream=Irma%20Peter", "?starting_after=1", "?after=Irma%20Peter", "?limit=", "?after=a%26b" })
	void passesNoOtherQueryOn(String query) {
		ask("GET", "/v1/responses/resp_1" + query, "openai", "Clinician").expectStatus().isBadRequest();
		assertThat(this.seen).isEmpty();
	}

	@Test
	void readsAResponseAsTheStreamThatItWas() {
		this.type = "text/event-stream; charset=utf-8";
		this.answer = "event: response.completed\ndata: {\"type\":\"response.completed\",\"sequence_number\":9}\n\n";
		ask("GET", "/v1/responses/resp_1?stream=true", "openai", "Clinician").expectStatus()
			.isOk()
			.expectHeader()
			.contentTypeCompatibleWith("text/event-stream")
			.expectHeader()
			.valueEquals("hilum-provider", "openai")
			.expectBody(String.class)
			.isEqualTo(this.answer);
		assertThat(this.seen).containsExactly("GET /v1/responses/resp_1?stream=true Bearer sk-1");
	}

	@ParameterizedTest
	@CsvSource({ "404,404,response_not_found", "500,502,upstream_error", "200,502,upstream_invalid_answer" })
	void tellsBeforeTheFirstEventWhyThereIsNoStream(int told, int expected, String code) {
		this.status = told;
		ask("GET", "/v1/responses/resp_1?stream=true", "openai", "Clinician").expectStatus()
			.isEqualTo(expected)
			.expectBody()
			.jsonPath("$.error.code")
			.isEqualTo(code);
	}

	@Test
	void streamsNothingButTheResponse() {
		ask("GET", "/v1/responses/resp_1/input_items?stream=true", "openai", "Clinician").expectStatus().isBadRequest();
		assertThat(this.seen).isEmpty();
	}

	@Test
	void answersNobodyWithoutAContext() {
		this.client.get().uri("/v1/responses/resp_1").exchange().expectStatus().isUnauthorized();
	}

	private static ServiceContext caller(String role) {
		return new ServiceContext("req-1", "https://idp|amelia", List.of(role), "cardiology", null, null, "treatment",
				PhiState.NONE, "p1", "c1");
	}

	private WebTestClient.ResponseSpec ask(String method, String path, String provider, String role) {
		return ask(method, path, provider, caller(role));
	}

	private WebTestClient.ResponseSpec ask(String method, String path, String provider, ServiceContext caller) {
		return this.client.method(HttpMethod.valueOf(method))
			.uri(URI.create(path))
			.header(ServiceContext.HEADER,
					new ContextSigner("gateway-service", Map.of("routing-service", KEY), Clock.systemUTC()).sign(caller,
							"routing-service"))
			.header("Hilum-Provider", provider)
			.exchange();
	}

	/**
	 * Bounds of calls, as they are.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(HttpProviderProperties.class)
	static class Properties {

	}

}
