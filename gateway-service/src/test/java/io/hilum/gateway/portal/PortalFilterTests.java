package io.hilum.gateway.portal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.gateway.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.server.MockServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PortalFilter}.
 */
class PortalFilterTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final PortalFilter filter = new PortalFilter(
			Site.of(Map.of("index.html", bytes("page"), "assets/app-1.js", bytes("script"), "assets/app-1.js.gz",
					bytes("smaller"), "secret.pem", bytes("none"))),
			new SignIn("https://sso.example/realms/hilum", false, "hilum-portal", List.of("openid"), 900, 43200, null));

	private boolean passedOn;

	@Test
	void leadsFromTheRootToThePage() {
		MockServerHttpResponse response = get("/");
		assertThat(response.getStatusCode()).isEqualTo(HttpStatus.FOUND);
		assertThat(response.getHeaders().getFirst("location")).isEqualTo("/portal/");
		assertThat(get("/portal").getHeaders().getFirst("location")).isEqualTo("/portal/");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/portal/", "/portal/chat/1f0c", "/portal/v1/models" })
	void showsThePageForItsViews(String path) {
		MockServerHttpResponse response = get(path);
		assertThat(response.getBodyAsString().block()).isEqualTo("page");
		assertThat(response.getHeaders().getFirst("content-type")).isEqualTo("text/html;charset=utf-8");
		assertThat(response.getHeaders().getFirst("cache-control")).isEqualTo("no-cache");
		assertThat(this.passedOn).isFalse();
	}

	@Test
	void letsThePageDoNothingForeign() {
		String policy = String.valueOf(get("/portal/").getHeaders().getFirst("content-security-policy"));
		assertThat(policy)
			.contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'",
					"connect-src 'self' https://sso.example;")
			.doesNotContain("unsafe", "*", "data:", "blob:");
		assertThat(get("/portal/").getHeaders().getFirst("x-content-type-options")).isEqualTo("nosniff");
		assertThat(get("/portal/").getHeaders().getFirst("referrer-policy")).isEqualTo("no-referrer");
	}

	@Test
	void letsAssetsBeKeptForever() {
		MockServerHttpResponse response = get("/portal/assets/app-1.js");
		assertThat(response.getBodyAsString().block()).isEqualTo("script");
		assertThat(response.getHeaders().getFirst("cache-control")).contains("immutable");
	}

	@Test
	void sendsTheCompressedFileToWhoTakesIt() {
		MockServerHttpResponse response = send(
				MockServerHttpRequest.get("/portal/assets/app-1.js").header("accept-encoding", "br, gzip").build());
		assertThat(response.getBodyAsString().block()).isEqualTo("smaller");
		assertThat(response.getHeaders().getFirst("content-encoding")).isEqualTo("gzip");
		assertThat(response.getHeaders().getVary()).contains("Accept-Encoding");
		assertThat(response.getHeaders().getETag()).as("of two codings, whose bytes differ")
			.startsWith("W/")
			.isEqualTo(get("/portal/assets/app-1.js").getHeaders().getETag());
	}

	@Test
	void doesNotSendWhatIsKnown() {
		String tag = String.valueOf(get("/portal/").getHeaders().getETag());
		MockServerHttpResponse again = send(MockServerHttpRequest.get("/portal/").header("if-none-match", tag).build());
		assertThat(again.getStatusCode()).isEqualTo(HttpStatus.NOT_MODIFIED);
	}

	@Test
	void tellsHowToSignInAndNoMore() {
		MockServerHttpResponse response = get("/portal/config.json");
		assertThat(response.getBodyAsString().block()).isEqualTo(
				"{\"authority\":\"https://sso.example/realms/hilum\",\"entra\":false,\"clientId\":\"hilum-portal\",\"scopes\":[\"openid\"],"
						+ "\"idleSeconds\":900,\"sessionSeconds\":43200}");
		assertThat(response.getHeaders().getFirst("cache-control")).isEqualTo("no-store");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/portal/assets/app-2.js", "/portal/secret.pem", "/portal/assets/app-1.js.map",
			"/portal/assets/app-1", "/portal/assets/" })
	void hasNoOtherFiles(String path) {
		MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get(path));
		StepVerifier.create(filtered(exchange))
			.expectErrorSatisfies((error) -> assertThat(error).isInstanceOfSatisfying(ProblemException.class,
					(problem) -> assertThat(problem.problem()).isInstanceOf(GatewayProblem.NotFound.class)))
			.verify(PATIENCE);
	}

	@Test
	void isOnlyRead() {
		MockServerWebExchange exchange = MockServerWebExchange
			.from(MockServerHttpRequest.method(HttpMethod.POST, "/portal/"));
		StepVerifier.create(filtered(exchange))
			.expectErrorSatisfies((error) -> assertThat(error).isInstanceOfSatisfying(ProblemException.class,
					(problem) -> assertThat(problem.problem()).isInstanceOf(GatewayProblem.MethodNotAllowed.class)))
			.verify(PATIENCE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/v1/models", "/portals", "/actuator/health", "/Portal/" })
	void leavesEveryOtherPathAlone(String path) {
		get(path);
		assertThat(this.passedOn).isTrue();
	}

	private MockServerHttpResponse get(String path) {
		return send(MockServerHttpRequest.get(path).build());
	}

	private MockServerHttpResponse send(MockServerHttpRequest request) {
		MockServerWebExchange exchange = MockServerWebExchange.from(request);
		StepVerifier.create(filtered(exchange)).expectComplete().verify(PATIENCE);
		return exchange.getResponse();
	}

	private Mono<Void> filtered(MockServerWebExchange exchange) {
		return this.filter.filter(exchange, (passed) -> {
			this.passedOn = true;
			return Mono.empty();
		});
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
