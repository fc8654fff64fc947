package io.hilum.routing.completion;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static io.hilum.routing.completion.LiveService.JSON;
import static io.hilum.routing.completion.LiveService.await;
import static io.hilum.routing.completion.LiveService.chat;
import static io.hilum.routing.completion.LiveService.context;
import static io.hilum.routing.completion.LiveService.post;
import static io.hilum.routing.completion.LiveService.request;
import static io.hilum.routing.completion.LiveService.send;
import static io.hilum.routing.completion.LiveService.upstream;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests that are small to send and dear to answer, against a budget that is worth
 * twenty tokens of output: what they can cost at most is known before anybody is asked.
 */
class WalletAttacksIT {

	private static final long LIMIT = 21_000_000L;

	@BeforeEach
	void forget() {
		upstream().forget();
	}

	@Test
	@DisplayName("Denial of wallet: many answers, much output, many tools, large schemas, many inputs")
	void refusesWhatCouldCostMoreThanIsLeft() {
		ServiceContext caller = callerWithBudget("poor");
		dearRequests().forEach((name, body) -> {
			HttpResponse<String> answer = send(
					request(path(name), caller).POST(HttpRequest.BodyPublishers.ofString(body)));
			assertThat(answer.statusCode()).as("%s: %s", name, answer.body()).isEqualTo(429);
			assertThat(answer.body()).as(name).contains("budget_exceeded");
		});
		assertThat(upstream().calls()).isEmpty();
		keepsItsBudget("poor");
	}

	@Test
	@DisplayName("Denial of wallet: numbers that are none, negative or past every bound")
	void countsNoNumberThatIsNone() {
		ServiceContext caller = callerWithBudget("odd");
		for (String number : new String[] { "-1", "0", "-9223372036854775808", "9223372036854775807",
				"99999999999999999999", "1e30", "1.5", "\"128\"", "[128]", "{}", "true", "NaN", "4294967297" }) {
			for (String field : new String[] { "max_tokens", "max_completion_tokens", "n" }) {
				HttpResponse<String> answer = post(chat("priced", ",\"" + field + "\":" + number), caller);
				assertThat(answer.statusCode()).as("%s %s: %s", field, number, answer.body()).isIn(200, 400, 429);
			}
			HttpResponse<String> twice = post(chat("priced", ",\"max_tokens\":1,\"max_tokens\":" + number), caller);
			assertThat(twice.statusCode()).as("twice %s: %s", number, twice.body()).isIn(200, 400, 429);
		}
		upstream().calls()
			.forEach((call) -> assertThat(JSON.readTree(call.body()).path("max_tokens").asInt(0)).as(call.body())
				.isLessThanOrEqualTo(20));
		keepsItsBudget("odd");
	}

	private static Map<String, String> dearRequests() {
		String tools = IntStream.range(0, 10_000)
			.mapToObj((i) -> "{\"type\":\"function\",\"function\":{\"name\":\"f" + i + "\"}}")
			.collect(Collectors.joining(","));
		String schema = IntStream.range(0, 20_000)
			.mapToObj((i) -> "\"p" + i + "\":{\"type\":\"string\"}")
			.collect(Collectors.joining(","));
		String inputs = IntStream.range(0, 2048)
			.mapToObj((i) -> "\"" + "word ".repeat(20) + i + "\"")
			.collect(Collectors.joining(","));
		Map<String, String> requests = new TreeMap<>();
		requests.put("answers", chat("priced", ",\"n\":128,\"max_tokens\":100"));
		requests.put("answers in a stream", chat("priced", ",\"n\":128,\"stream\":true"));
		requests.put("tools", chat("priced", ",\"max_tokens\":16,\"tools\":[" + tools + "]"));
		requests.put("schema",
				chat("priced",
						",\"max_tokens\":16,\"response_format\":{\"type\":\"json_schema\","
								+ "\"json_schema\":{\"name\":\"s\",\"schema\":{\"type\":\"object\",\"properties\":{"
								+ schema + "}}}}"));
		requests.put("conversation", chat("priced", ",\"max_tokens\":16,\"user\":\"" + "x".repeat(100_000) + "\""));
		requests.put("pictures",
				"{\"model\":\"priced\",\"max_tokens\":16,\"messages\":[{\"role\":\"user\",\"content\":[" + IntStream
					.range(0, 200)
					.mapToObj((i) -> "{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,AAAA\"}}")
					.collect(Collectors.joining(",")) + "]}]}");
		requests.put("best of many",
				"{\"model\":\"priced\",\"prompt\":\"hello\",\"best_of\":100,\"n\":1,\"max_tokens\":16}");
		requests.put("inputs", "{\"model\":\"priced\",\"input\":[" + inputs + "]}");
		return requests;
	}

	private static String path(String name) {
		return switch (name) {
			case "best of many" -> "/v1/completions";
			case "inputs" -> "/v1/embeddings";
			default -> "/v1/chat/completions";
		};
	}

	private static ServiceContext callerWithBudget(String team) {
		AccessTopic.budget("team:" + team, LIMIT, "hard");
		ServiceContext caller = context("Clinician", team, PhiState.DEIDENTIFIED);
		await(() -> post(chat("priced", ",\"max_tokens\":1"), caller).headers()
			.firstValue("hilum-budget-remaining-usd")
			.isPresent());
		upstream().forget();
		return caller;
	}

	private static void keepsItsBudget(String team) {
		await(() -> "0".equals(Counters.of("team:" + team, "held")));
		assertThat(Long.parseLong(Counters.of("team:" + team, "spent"))).isBetween(0L, LIMIT);
	}

}
