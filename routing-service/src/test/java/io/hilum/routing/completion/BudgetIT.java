package io.hilum.routing.completion;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.hilum.routing.completion.LiveService.CLIENT;
import static io.hilum.routing.completion.LiveService.JSON;
import static io.hilum.routing.completion.LiveService.await;
import static io.hilum.routing.completion.LiveService.chat;
import static io.hilum.routing.completion.LiveService.context;
import static io.hilum.routing.completion.LiveService.post;
import static io.hilum.routing.completion.LiveService.request;
import static io.hilum.routing.completion.LiveService.upstream;
import static io.hilum.routing.completion.UsageTopic.usages;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Budgets hold, whatever comes at once.
 */
class BudgetIT {

	@BeforeEach
	void forget() {
		upstream().forget();
	}

	@Test
	void admitsNoMoreConcurrentCallsThanABudgetCovers() {
		upstream().hold();
		String body = chat("priced-held", ",\"stream\":true,\"max_tokens\":10");
		long worst = body.length() * 1000L + 10_000_000L;
		AccessTopic.budget("team:small", 50 * worst, "hard");
		ServiceContext caller = context("Clinician", "small", PhiState.DEIDENTIFIED);
		await(() -> post(chat("priced", ",\"max_tokens\":1"), caller).headers()
			.firstValue("hilum-budget-remaining-usd")
			.isPresent());
		upstream().forget();
		List<CompletableFuture<HttpResponse<String>>> calls = IntStream.range(0, 200)
			.mapToObj((i) -> CLIENT.sendAsync(
					request("/v1/chat/completions", caller).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
					HttpResponse.BodyHandlers.ofString()))
			.toList();
		try {
			await(() -> calls.stream().filter(CompletableFuture::isDone).count() + upstream().open() == calls.size());
			assertThat(upstream().open()).as("admitted at the same time").isBetween(40, 50);
			assertThat(Long.parseLong(Counters.of("team:small", "held"))).isLessThanOrEqualTo(50 * worst);
		}
		finally {
			upstream().release();
		}
		List<HttpResponse<String>> answers = calls.stream().map(CompletableFuture::join).toList();
		assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200, 429);
		HttpResponse<String> refused = answers.stream()
			.filter((answer) -> answer.statusCode() == 429)
			.findFirst()
			.orElseThrow();
		assertThat(refused.body()).contains("budget_exceeded");
		assertThat(refused.headers().firstValue("x-should-retry")).contains("false");
		await(() -> "0".equals(Counters.of("team:small", "held")));
		assertThat(Long.parseLong(Counters.of("team:small", "spent"))).isLessThanOrEqualTo(50 * worst);
	}

	@Test
	void aKeyHasABudgetOfItsOwn() {
		AccessTopic.budget("key:k9limited", 1, "hard");
		await(() -> post(chat("priced", ",\"max_tokens\":1"), byKey("k9limited")).statusCode() == 429);
		HttpResponse<String> refused = post(chat("priced", ",\"max_tokens\":1"), byKey("k9limited"));
		assertThat(refused.body()).contains("budget_exceeded", "key").doesNotContain("k9limited");
		assertThat(post(chat("priced", ",\"max_tokens\":1"), byKey("k9other")).statusCode()).isEqualTo(200);
		AccessTopic.budget("key:k9limited", 1_000_000_000_000L, "hard");
		await(() -> post(chat("priced", ",\"max_tokens\":1"), byKey("k9limited")).statusCode() == 200);
	}

	private static ServiceContext byKey(String key) {
		return new ServiceContext("r", "idp|bo", List.of("Clinician"), "keyed", null, key, "treatment",
				PhiState.DEIDENTIFIED, "p", "c");
	}

	@Test
	void clampsOutputToWhatTheBudgetLeaves() {
		AccessTopic.budget("team:tight", 20_000_000L + 1_000_000L, "hard");
		ServiceContext caller = context("Clinician", "tight", PhiState.DEIDENTIFIED);
		await(() -> post(chat("priced", ",\"max_tokens\":1"), caller).headers()
			.firstValue("hilum-budget-remaining-usd")
			.isPresent());
		upstream().forget();
		assertThat(post(chat("priced", ",\"max_tokens\":5000"), caller).statusCode()).isEqualTo(200);
		int sent = JSON.readTree(upstream().calls().getLast().body()).path("max_tokens").asInt();
		assertThat(sent).isBetween(16, 20);
	}

	@Test
	void holdsAndSpendingAgreeWhenAllIsQuiet() {
		AccessTopic.budget("team:quiet", 1_000_000_000_000L, "hard");
		ServiceContext caller = context("Clinician", "quiet", PhiState.DEIDENTIFIED);
		await(() -> post(chat("priced", ",\"max_tokens\":1"), caller).headers()
			.firstValue("hilum-budget-remaining-usd")
			.isPresent());
		post(chat("priced", ""), caller);
		post(chat("priced", ",\"stream\":true"), caller);
		await(() -> "0".equals(Counters.of("team:quiet", "held")));
		long spent = Long.parseLong(Counters.of("team:quiet", "spent"));
		assertThat(spent).isPositive();
		await(() -> spent <= costOfQuietTeam());
	}

	/** Events gather for a moment before they are published. */
	private static long costOfQuietTeam() {
		return usages().stream()
			.filter((usage) -> usage.path("team").asString().equals("quiet"))
			.filter((usage) -> !usage.path("hold").isNull())
			.mapToLong((usage) -> usage.path("costNanoUsd").asLong())
			.sum();
	}

}
