package io.hilum.routing.completion;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static io.hilum.routing.completion.LiveService.caller;
import static io.hilum.routing.completion.LiveService.request;
import static io.hilum.routing.completion.LiveService.send;
import static io.hilum.routing.completion.LiveService.upstream;
import static io.hilum.routing.completion.UsageTopic.usageOf;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every dialect of clients through the service as a whole: what it answers, and what it
 * charges.
 */
class ClientDialectsIT {

	private static final String QUESTION = "\"messages\":[{\"role\":\"user\",\"content\":\"hello there\"}]";

	@BeforeEach
	void forget() {
		upstream().forget();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "responses|\"input\":\"hello there\"|\"object\":\"response\"|response.completed",
					"messages|\"max_tokens\":100," + QUESTION + "|\"type\":\"message\"|message_stop",
					"completions|\"prompt\":\"hello there\"|\"object\":\"text_completion\"|[DONE]" })
	void answersAndCountsWholeAndStreamed(String path, String question, String mark, String end) {
		HttpResponse<String> whole = post(path, "{\"model\":\"sandbox\"," + question + "}");
		assertThat(whole.statusCode()).isEqualTo(200);
		assertThat(whole.body()).contains(mark, "The sandbox saw");
		JsonNode usage = usageOf(whole);
		assertThat(usage.path("endpoint").asString()).isEqualTo(path);
		assertThat(usage.path("source").asString()).isEqualTo("provider");
		HttpResponse<String> streamed = post(path, "{\"model\":\"sandbox\",\"stream\":true," + question + "}");
		assertThat(streamed.headers().firstValue("content-type")).contains("text/event-stream");
		assertThat(streamed.body()).contains("saw", end);
		assertThat(usageOf(streamed).path("tokens")).isEqualTo(usage.path("tokens"));
		assertThat(usage.path("tokens").path("output").asInt()).isPositive();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "responses|\"input\":\"hello there\"", "messages|\"max_tokens\":100," + QUESTION })
	void chargesOnceWhatAnotherDialectCounted(String path, String question) {
		for (String stream : new String[] { "false", "true" }) {
			HttpResponse<String> answer = post(path,
					"{\"model\":\"priced\",\"stream\":" + stream + "," + question + "}");
			assertThat(answer.statusCode()).isEqualTo(200);
			JsonNode usage = usageOf(answer);
			assertThat(usage.path("tokens").path("input").asInt()).isEqualTo(7);
			assertThat(usage.path("tokens").path("output").asInt()).isEqualTo(FakeUpstream.WORDS);
			assertThat(usage.path("costNanoUsd").asLong()).isEqualTo(10_007_000);
		}
		assertThat(upstream().calls()).allMatch((call) -> call.path().endsWith("/chat/completions"));
	}

	@Test
	void asksForBetasThatTheCatalogueAllows() {
		String body = "{\"model\":\"claude\",\"max_tokens\":1," + QUESTION + "}";
		HttpResponse<String> answer = send(request("/v1/messages", caller("Clinician"))
			.header("Hilum-Betas", "files-api-2025-04-14,context-1m-2025-08-07")
			.POST(HttpRequest.BodyPublishers.ofString(body)));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("hilum-ignored-betas")).contains("files-api-2025-04-14");
		assertThat(upstream().calls()).singleElement()
			.satisfies((call) -> assertThat(call.betas()).isEqualTo("context-1m-2025-08-07"));
		assertThat(post("messages", body).headers().firstValue("hilum-ignored-betas")).isEmpty();
	}

	@Test
	void countsTokensForNothing() {
		HttpResponse<String> answer = post("messages/count_tokens", "{\"model\":\"priced\"," + QUESTION + "}");
		assertThat(answer.body()).isEqualTo("{\"input_tokens\":7,\"hilum\":{\"estimated\":true}}");
		JsonNode usage = usageOf(answer);
		assertThat(usage.path("endpoint").asString()).isEqualTo("messages.count_tokens");
		assertThat(usage.path("costNanoUsd").asLong()).isZero();
		assertThat(usage.path("hold").isNull()).isTrue();
		assertThat(upstream().calls()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "responses|\"input\":\"x\",\"tools\":[{\"type\":\"web_search\"}]|tools[0].type",
					"messages|\"max_tokens\":1,\"container\":\"c\"," + QUESTION + "|container" })
	void refusesByNameWhatTheProviderCannotDo(String path, String question, String param) {
		HttpResponse<String> answer = post(path, "{\"model\":\"priced\"," + question + "}");
		assertThat(answer.statusCode()).isEqualTo(400);
		JsonNode error = LiveService.JSON.readTree(answer.body()).path("error");
		assertThat(error.path("code").asString()).isEqualTo("unsupported_by_provider");
		assertThat(error.path("param").asString()).isEqualTo(param);
		assertThat(upstream().calls()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "responses,response.completed", "messages,message_stop" })
	void tellsACutInTheOneFormOfErrors(String path, String end) {
		String question = path.equals("responses") ? "\"input\":\"x\"" : QUESTION;
		HttpResponse<String> answer = post(path, "{\"model\":\"only-cut\",\"stream\":true," + question + "}");
		assertThat(answer.body()).contains("data: {\"error\":").doesNotContain(end, "[DONE]");
	}

	@Test
	void takesAStreamThatForgetsItsEndForCut() {
		HttpResponse<String> answer = post("chat/completions",
				"{\"model\":\"only-nodone\",\"stream\":true," + QUESTION + "}");
		assertThat(answer.body()).contains("data: {\"error\":").doesNotContain("[DONE]");
	}

	private static HttpResponse<String> post(String path, String body) {
		return send(request("/v1/" + path, caller("Clinician")).POST(HttpRequest.BodyPublishers.ofString(body)));
	}

}
