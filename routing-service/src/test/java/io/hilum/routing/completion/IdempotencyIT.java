package io.hilum.routing.completion;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.hilum.parts.Parts;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.hilum.routing.completion.LiveService.CLIENT;
import static io.hilum.routing.completion.LiveService.await;
import static io.hilum.routing.completion.LiveService.caller;
import static io.hilum.routing.completion.LiveService.chat;
import static io.hilum.routing.completion.LiveService.context;
import static io.hilum.routing.completion.LiveService.request;
import static io.hilum.routing.completion.LiveService.send;
import static io.hilum.routing.completion.LiveService.upstream;
import static io.hilum.routing.completion.UsageTopic.usageOf;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests that a client sends more than once under one {@code Idempotency-Key}.
 */
class IdempotencyIT {

	@BeforeEach
	void forget() {
		Parts.redis().flush();
		upstream().forget();
	}

	@ParameterizedTest
	@ValueSource(strings = { "false", "true" })
	void asksAndChargesOnceForFiftyAtOnce(String stream) throws Exception {
		AccessTopic.budget("team:once-" + stream, 1_000_000_000_000L, "hard");
		ServiceContext caller = context("Clinician", "once-" + stream, PhiState.DEIDENTIFIED);
		await(() -> keyed("warm-up", chat("priced", ""), caller).headers()
			.firstValue("hilum-budget-remaining-usd")
			.isPresent());
		await(() -> "0".equals(Counters.of("team:once-" + stream, "held")));
		long before = Long.parseLong(Counters.of("team:once-" + stream, "spent"));
		upstream().forget();
		HttpRequest request = with("fifty", chat("priced", ",\"stream\":" + stream), caller).build();
		List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
		for (int i = 0; i < 50; i++) {
			asked.add(CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofString()));
		}
		List<HttpResponse<String>> answers = new ArrayList<>();
		for (CompletableFuture<HttpResponse<String>> each : asked) {
			answers.add(each.get(120, TimeUnit.SECONDS));
		}
		assertThat(answers).allMatch((answer) -> answer.statusCode() == 200);
		assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
		assertThat(upstream().calls()).hasSize(1);
		List<HttpResponse<String>> again = answers.stream().filter(IdempotencyIT::isAgain).toList();
		assertThat(again).hasSize(49);
		assertThat(usageOf(again.getFirst()).path("costNanoUsd").asLong(-1)).isZero();
		await(() -> "0".equals(Counters.of("team:once-" + stream, "held")));
		HttpResponse<String> first = answers.stream().filter((answer) -> !isAgain(answer)).findFirst().orElseThrow();
		assertThat(Long.parseLong(Counters.of("team:once-" + stream, "spent")) - before)
			.isEqualTo(usageOf(first).path("costNanoUsd").asLong(-1))
			.isPositive();
	}

	private static boolean isAgain(HttpResponse<String> answer) {
		return answer.headers().firstValue("idempotent-replayed").isPresent();
	}

	@Test
	void refusesAnotherRequestUnderTheSameKey() {
		assertThat(keyed("k", chat("wide", ""), caller("Clinician")).statusCode()).isEqualTo(200);
		HttpResponse<String> other = keyed("k", chat("wide", ",\"seed\":1"), caller("Clinician"));
		assertThat(other.statusCode()).isEqualTo(422);
		assertThat(other.body()).contains("idempotency_key_reused");
		assertThat(upstream().calls()).hasSize(1);
	}

	@Test
	void keepsKeysOfCallersApart() {
		ServiceContext another = new ServiceContext("req-2", "https://idp|bea", List.of("Clinician"), "cardiology",
				null, null, "treatment", PhiState.DEIDENTIFIED, "p1", "c2");
		assertThat(keyed("k", chat("wide", ""), caller("Clinician")).statusCode()).isEqualTo(200);
		HttpResponse<String> others = keyed("k", chat("wide", ",\"seed\":1"), another);
		assertThat(others.statusCode()).isEqualTo(200);
		assertThat(others.headers().firstValue("idempotent-replayed")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "only-500", "only-cut" })
	void asksAgainForWhatFailed(String model) {
		keyed("k", chat(model, ",\"stream\":true"), caller("Clinician"));
		int calls = upstream().calls().size();
		await(() -> {
			HttpResponse<String> again = keyed("k", chat(model, ",\"stream\":true"), caller("Clinician"));
			return again.headers().firstValue("idempotent-replayed").isEmpty() && upstream().calls().size() > calls;
		});
	}

	@Test
	void doesNotAskAgainForAnAnswerThatIsTooLongToKeep() {
		String body = chat("sandbox", "").replace("hello there", "hello ".repeat(5000));
		assertThat(keyed("k", body, caller("Clinician")).statusCode()).isEqualTo(200);
		HttpResponse<String> again = keyed("k", body, caller("Clinician"));
		assertThat(again.statusCode()).isEqualTo(409);
		assertThat(again.body()).contains("idempotency_answer_gone");
	}

	@Test
	void waitsForTheFirstAnswer() throws Exception {
		HttpRequest request = with("slow", chat("slow", ",\"stream\":true"), caller("Clinician")).build();
		CompletableFuture<HttpResponse<String>> first = CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofString());
		await(() -> !upstream().calls().isEmpty());
		HttpResponse<String> second = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
		assertThat(second.statusCode()).isEqualTo(200);
		assertThat(second.body()).isEqualTo(first.get(120, TimeUnit.SECONDS).body());
		assertThat(isAgain(second)).isTrue();
		assertThat(upstream().calls()).hasSize(1);
	}

	@Test
	void givesTheKeyFreeWhenItsClientLeaves() throws Exception {
		upstream().slowness(Duration.ofSeconds(1));
		try {
			HttpRequest request = with("left", chat("slow", ",\"stream\":true"), caller("Clinician")).build();
			CompletableFuture<HttpResponse<String>> first = CLIENT.sendAsync(request,
					HttpResponse.BodyHandlers.ofString());
			await(() -> !upstream().calls().isEmpty());
			first.cancel(true);
			HttpResponse<String> second = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
			assertThat(second.statusCode()).isEqualTo(200);
			assertThat(isAgain(second)).isFalse();
			assertThat(upstream().calls()).hasSize(2);
		}
		finally {
			upstream().slowness(Duration.ofMillis(50));
		}
	}

	@Test
	void letsPoliciesHoldForWhatIsGivenAgain() {
		assertThat(keyed("k", chat("wide", ""), caller("Clinician")).statusCode()).isEqualTo(200);
		assertThat(keyed("k", chat("wide", ""), caller("Clinician").withNetwork("192.168.0.1")).statusCode())
			.isEqualTo(403);
	}

	@Test
	void refusesWhileNobodyCanSay() throws IOException {
		Parts.redis().stop();
		try {
			HttpResponse<String> answer = keyed("k", chat("wide", ""), caller("Clinician"));
			assertThat(answer.statusCode()).isEqualTo(503);
			assertThat(answer.body()).contains("idempotency_unavailable");
			assertThat(upstream().calls()).isEmpty();
		}
		finally {
			Parts.redis().start();
			await(() -> keyed("after", chat("wide", ""), caller("Clinician")).statusCode() == 200);
		}
	}

	private static HttpResponse<String> keyed(String key, String body, ServiceContext caller) {
		return send(with(key, body, caller));
	}

	private static HttpRequest.Builder with(String key, String body, ServiceContext caller) {
		return request("/v1/chat/completions", caller).header("Hilum-Idempotency-Key", key)
			.POST(HttpRequest.BodyPublishers.ofString(body));
	}

}
