package io.hilum.systemtests.rounds;

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
import java.time.Duration;
import java.util.stream.Stream;

import io.hilum.systemtests.invariants.Asked;
import io.hilum.systemtests.invariants.Asked.Result;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks one question over plain HTTP and judges how it ended. Thread-safe.
 */
final class Asking {

	private static final JsonMapper JSON = new JsonMapper();

	private static final String DATA = "data: ";

	private static final String DONE = "[DONE]";

	private static final Duration PATIENCE = Duration.ofSeconds(180);

	private final HttpClient client;

	private final URI url;

	Asking(HttpClient client, URI gateway) {
		this.client = client;
		this.url = gateway.resolve("/v1/chat/completions");
	}

	Asked ask(Question question) throws InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(this.url)
			.timeout(PATIENCE)
			.header("Authorization", "Bearer " + question.holder().key())
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(question.body()))
			.build();
		try {
			HttpResponse<InputStream> response = this.client.send(request, HttpResponse.BodyHandlers.ofInputStream());
			String id = response.headers().firstValue("x-request-id").orElse("");
			return outcome(question, id, response.statusCode(), judge(question, response));
		}
		catch (IOException ex) {
			return outcome(question, "", 0, Result.BROKEN);
		}
	}

	private static Asked outcome(Question question, String requestId, int status, Result result) {
		return new Asked(question.number(), question.holder().keyId(), question.holder().team(), requestId, status,
				result, "", "");
	}

	private static Result judge(Question question, HttpResponse<InputStream> response) {
		StringBuilder text = new StringBuilder();
		StringBuilder finish = new StringBuilder();
		boolean ended = false;
		try (BufferedReader body = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
				Stream<String> lines = body.lines()) {
			if (response.statusCode() != 200) {
				lines.forEach((line) -> {
				});
				return Result.REFUSED;
			}
			ended = question.stream() ? stream(lines, text, finish)
					: whole(String.join("\n", lines.toList()), text, finish);
		}
		catch (IOException | UncheckedIOException | JacksonException ex) {
			return Result.BROKEN;
		}
		if (!ended) {
			return Result.BROKEN;
		}
		return question.isAnswered(text.toString(), finish.toString().contains("length")) ? Result.WHOLE : Result.WRONG;
	}

	private static boolean whole(String body, StringBuilder text, StringBuilder finish) {
		JsonNode choice = JSON.readTree(body).path("choices").path(0);
		text.append(choice.path("message").path("content").asString(""));
		finish.append(choice.path("finish_reason").asString(""));
		return choice.isObject();
	}

	private static boolean stream(Stream<String> lines, StringBuilder text, StringBuilder finish) {
		StringBuilder last = new StringBuilder();
		lines.filter((line) -> line.startsWith(DATA)).map((line) -> line.substring(DATA.length())).forEach((data) -> {
			last.setLength(0);
			last.append(data);
			if (!data.equals(DONE)) {
				JsonNode choice = JSON.readTree(data).path("choices").path(0);
				text.append(choice.path("delta").path("content").asString(""));
				finish.append(choice.path("finish_reason").asString(""));
			}
		});
		return DONE.contentEquals(last);
	}

}
