package io.hilum.routing.completion;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import io.hilum.parts.Parts;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static io.hilum.routing.completion.LiveService.await;
import static io.hilum.routing.completion.LiveService.caller;
import static io.hilum.routing.completion.LiveService.chat;
import static io.hilum.routing.completion.LiveService.context;
import static io.hilum.routing.completion.LiveService.get;
import static io.hilum.routing.completion.LiveService.post;
import static io.hilum.routing.completion.LiveService.send;
import static io.hilum.routing.completion.LiveService.request;
import static io.hilum.routing.completion.LiveService.upstream;
import static io.hilum.routing.completion.UsageTopic.usageOf;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is answered without asking a provider, for whom, and what never is.
 */
class CacheIT {

	@BeforeEach
	void forget() {
		Parts.redis().flush();
		upstream().forget();
	}

	@Test
	void givesAWholeAnswerAgainAtNoCost() {
		AccessTopic.budget("team:thrifty", 1_000_000_000_000L, "hard");
		ServiceContext thrifty = context("Clinician", "thrifty", PhiState.DEIDENTIFIED);
		await(() -> post(chat("priced", ",\"max_tokens\":1"), thrifty).headers()
			.firstValue("hilum-budget-remaining-usd")
			.isPresent());
		String body = chat("known", ",\"seed\":1");
		HttpResponse<String> first = post(body, thrifty);
		assertThat(first.headers().firstValue("hilum-cache")).contains("miss");
		known(body, thrifty);
		await(() -> "0".equals(Counters.of("team:thrifty", "held")));
		String spent = Counters.of("team:thrifty", "spent");
		upstream().forget();
		HttpResponse<String> again = post(body, thrifty);
		assertThat(again.body()).isEqualTo(first.body());
		assertThat(upstream().calls()).isEmpty();
		assertThat(again.headers().firstValue("hilum-cache")).contains("hit");
		assertThat(again.headers().firstValue("hilum-cost-usd")).contains("0");
		assertThat(again.headers().firstValue("hilum-provider")).contains("fake");
		assertThat(again.headers().firstValue("hilum-attempts")).contains("0");
		assertCostsNothing(usageOf(again));
		await(() -> "0".equals(Counters.of("team:thrifty", "held")));
		assertThat(Counters.of("team:thrifty", "spent")).isEqualTo(spent);
	}

	private static void assertCostsNothing(JsonNode usage) {
		assertThat(usage.path("outcome").asString()).isEqualTo("cached");
		assertThat(usage.path("costNanoUsd").asLong(-1)).isZero();
		assertThat(usage.path("prices").path("outputNanoUsdPerMillion").asLong(-1)).isZero();
		assertThat(usage.path("tokens").path("output").asInt()).isEqualTo(10);
		assertThat(usage.path("deployment").asString()).isEqualTo("fake/told");
		assertThat(usage.path("attempts")).isEmpty();
	}

	@Test
	void sharesNoAnswerBetweenTeamsRolesPoliciesOrRequests() {
		String body = chat("known", ",\"seed\":2");
		known(body, caller("Clinician"));
		assertThat(cache(post(body, context("Clinician", "oncology", PhiState.DEIDENTIFIED)))).isEqualTo("miss");
		assertThat(cache(post(body, caller("Research")))).isEqualTo("miss");
		assertThat(cache(post(body, caller("Clinician").withPhi(PhiState.DEIDENTIFIED, "p2")))).isEqualTo("miss");
		assertThat(cache(post(chat("known", ",\"seed\":3"), caller("Clinician")))).isEqualTo("miss");
		assertThat(cache(post(chat("known-free", ",\"seed\":2"), caller("Clinician")))).isEqualTo("miss");
		ServiceContext another = new ServiceContext("req-2", "https://idp|bea", List.of("Clinician"), "cardiology",
				null, null, "treatment", PhiState.DEIDENTIFIED, "p1", "c2");
		assertThat(cache(post(body, another))).as("a colleague").isEqualTo("hit");
	}

	@Test
	void refusesWhatAPolicyForbidsThoughItIsKnown() {
		String body = chat("known", ",\"seed\":4");
		known(body, caller("Clinician"));
		assertThat(post(body, caller("Clinician").withNetwork("192.168.0.1")).statusCode()).isEqualTo(403);
	}

	@Test
	void neverKeepsRawText() {
		String body = chat("known", ",\"seed\":5");
		ServiceContext raw = context("Research", "t", PhiState.RAW);
		assertThat(cache(post(body, raw))).isEqualTo("miss");
		known(chat("known", ",\"seed\":6"), caller("Research"));
		String looked = lookedFor();
		assertThat(cache(post(body, raw))).isEqualTo("miss");
		assertThat(lookedFor()).isEqualTo(looked);
	}

	private static String lookedFor() {
		return get("/actuator/prometheus").body()
			.lines()
			.filter((line) -> line.startsWith("hilum_cache_requests_total"))
			.sorted()
			.toList()
			.toString();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void replaysAStreamAsItWas(boolean asked) {
		String options = asked ? ",\"stream_options\":{\"include_usage\":true}" : "";
		String body = chat("known", ",\"seed\":7,\"stream\":true" + options);
		String first = post(body, caller("Clinician")).body();
		assertThat(first).contains("w0 ", "w9 ").endsWith("data: [DONE]\n\n");
		assertThat(first.contains("prompt_tokens")).isEqualTo(asked);
		HttpResponse<String> again = known(body, caller("Clinician"));
		assertThat(again.body()).isEqualTo(first);
		assertThat(again.headers().firstValue("content-type").orElseThrow()).startsWith("text/event-stream");
		assertCostsNothing(usageOf(again));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			responses|"store":false,"input":"hello there"
			messages|"max_tokens":100,"messages":[{"role":"user","content":"hello there"}]
			completions|"prompt":"hello there"
			""")
	void knowsAnswersInEveryDialect(String path, String question) {
		for (String stream : List.of("false", "true")) {
			String body = "{\"model\":\"known-sandbox\",\"stream\":" + stream + "," + question + "}";
			String first = ask(path, body).body();
			await(() -> cache(ask(path, body)).equals("hit"));
			HttpResponse<String> again = ask(path, body);
			assertThat(again.body().length()).isEqualTo(first.length());
			assertThat(again.headers().firstValue("content-type").orElseThrow())
				.startsWith(stream.equals("true") ? "text/event-stream" : "application/json");
			assertThat(usageOf(again).path("outcome").asString()).isEqualTo("cached");
		}
	}

	@Test
	void keepsNoResponseThatIsStoredAtTheProvider() {
		String body = "{\"model\":\"known-sandbox\",\"input\":\"hello there\"}";
		String looked = lookedFor();
		assertThat(cache(ask("responses", body))).isEqualTo("miss");
		assertThat(lookedFor()).isEqualTo(looked);
	}

	@Test
	void doesAsTheCallerSaysWithKnownAnswers() {
		String body = chat("known-free", ",\"seed\":10");
		assertThat(cache(directed(body, "no-store"))).isEqualTo("miss");
		known(chat("known-free", ",\"seed\":11"), caller("Clinician"));
		assertThat(cache(directed(body, "no-store"))).as("nothing was kept").isEqualTo("miss");
		known(body, caller("Clinician"));
		upstream().forget();
		assertThat(cache(directed(body, "no-cache"))).isEqualTo("miss");
		assertThat(upstream().calls()).hasSize(1);
		assertThat(cache(directed(body, "no-store"))).as("kept before").isEqualTo("hit");
	}

	private static HttpResponse<String> directed(String body, String directive) {
		return send(request("/v1/chat/completions", caller("Clinician")).header("Cache-Control", directive)
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	private static HttpResponse<String> ask(String path, String body) {
		return send(request("/v1/" + path, caller("Clinician")).POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	@Test
	void keepsNoStreamThatWasCut() {
		String body = chat("known-cut", ",\"stream\":true");
		assertThat(post(body, caller("Clinician")).body()).contains("w0 ").doesNotContain("[DONE]");
		known(chat("known", ",\"seed\":8"), caller("Clinician"));
		assertThat(cache(post(body, caller("Clinician")))).isEqualTo("miss");
	}

	@Test
	void asksTheProviderWhenRedisIsAway() {
		String body = chat("known-free", ",\"seed\":9");
		Parts.redis().stop();
		try {
			HttpResponse<String> answer = post(body, caller("Clinician"));
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(cache(answer)).isEqualTo("miss");
			assertThat(lookedFor()).contains("unavailable");
		}
		finally {
			Parts.redis().start();
		}
		known(body, caller("Clinician"));
	}

	/**
	 * Answers are put away beside requests, so it takes a moment until one is known.
	 */
	private static HttpResponse<String> known(String body, ServiceContext caller) {
		AtomicReference<HttpResponse<String>> hit = new AtomicReference<>();
		await(() -> {
			hit.set(post(body, caller));
			return cache(hit.get()).equals("hit");
		});
		return hit.get();
	}

	private static String cache(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return answer.headers().firstValue("hilum-cache").orElseThrow();
	}

}
