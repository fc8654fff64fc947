package io.hilum.routing.completion;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

import io.hilum.trust.context.PhiState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static io.hilum.routing.completion.LiveService.await;
import static io.hilum.routing.completion.LiveService.caller;
import static io.hilum.routing.completion.LiveService.context;
import static io.hilum.routing.completion.LiveService.request;
import static io.hilum.routing.completion.LiveService.send;
import static io.hilum.routing.completion.LiveService.upstream;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The second look at what leaves, in the service as a whole.
 */
class ExitIT {

	private static final String TEAM = "exit-desk";

	@BeforeEach
	void forget() {
		upstream().forget();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "chat/completions|\"messages\":[{\"role\":\"user\",\"content\":\"TEXT\"}]",
					"responses|\"input\":\"TEXT\"",
					"messages|\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\"TEXT\"}]",
					"completions|\"prompt\":\"TEXT\"", "embeddings|\"input\":\"TEXT\"" })
	void stopsAnIdentifierBeforeItLeaves(String path, String question) {
		for (String stream : new String[] { "", ",\"stream\":true" }) {
			String body = "{\"model\":\"priced\"," + question.replace("TEXT", "his ssn is 536-22-1874")
					+ (path.equals("embeddings") ? "" : stream) + "}";
			HttpResponse<String> answer = send(
					request("/v1/" + path, caller("Clinician")).POST(HttpRequest.BodyPublishers.ofString(body)));
			assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
			JsonNode error = LiveService.JSON.readTree(answer.body()).path("error");
			assertThat(error.path("code").asString()).isEqualTo("identifier_stopped");
			assertThat(error.path("type").asString()).isEqualTo("permission_error");
			assertThat(answer.headers().firstValue("hilum-problem")).contains("identifier_stopped");
			assertThat(answer.body()).doesNotContain("536");
		}
		assertThat(upstream().calls()).isEmpty();
	}

	@Test
	void chargesNothingAndAsksNobodyElse() {
		send(request("/v1/chat/completions", context("Clinician", TEAM, PhiState.DEIDENTIFIED))
			.POST(HttpRequest.BodyPublishers.ofString(body("priced", "see 4111 1111 1111 1111"))));
		await(() -> !usagesOfTeam().isEmpty());
		assertThat(usagesOfTeam()).hasSize(1);
		JsonNode usage = usagesOfTeam().getFirst();
		assertThat(usage.path("errorCode").asString()).isEqualTo("identifier_stopped");
		assertThat(usage.path("costNanoUsd").asLong()).isZero();
		assertThat(usage.path("attempts").size()).isOne();
	}

	@Test
	void stopsAPlantedWord() {
		assertThat(ask("wide", "About QUORVENDALE ZIBETH.", PhiState.DEIDENTIFIED).statusCode()).isEqualTo(403);
		assertThat(ask("wide", "About Quorvendale.", PhiState.DEIDENTIFIED).statusCode()).isEqualTo(200);
		assertThat(upstream().calls()).hasSize(1);
	}

	@Test
	void letsTextOutThatPolicyLetsBeRaw() {
		HttpResponse<String> answer = send(request("/v1/chat/completions", context("Research", "labs", PhiState.RAW))
			.POST(HttpRequest.BodyPublishers.ofString(body("mixed", "ssn 536-22-1874"))));
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		assertThat(upstream().calls()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "chat/completions|\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]",
					"responses|\"input\":\"hello\"",
					"messages|\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]",
					"messages/count_tokens|\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]",
					"completions|\"prompt\":\"hello\"", "embeddings|\"input\":\"hello\"" })
	void letsNothingRawOutWithoutAnAgreement(String path, String question) {
		HttpResponse<String> answer = send(
				request("/v1/" + path, context("Research", "labs", PhiState.RAW)).header("Hilum-Text", "deidentified")
					.POST(HttpRequest.BodyPublishers.ofString("{\"model\":\"uncovered\"," + question + "}")));
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
		assertThat(upstream().calls()).isEmpty();
	}

	@Test
	void stopsAnIdentifierBesideMediaThatPolicyLetsPass() {
		String image = "{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,"
				+ "iVBORw0K".repeat(100) + "\"}}";
		String asked = "{\"model\":\"mixed\",\"messages\":[{\"role\":\"user\",\"content\":[" + image
				+ ",{\"type\":\"text\",\"text\":\"TEXT\"}]}]}";
		HttpRequest.Builder request = request("/v1/chat/completions", context("Research", "labs", PhiState.RAW))
			.header("Hilum-Text", "deidentified");
		HttpResponse<String> stopped = send(
				request.POST(HttpRequest.BodyPublishers.ofString(asked.replace("TEXT", "ssn 536-22-1874"))));
		assertThat(stopped.statusCode()).as(stopped.body()).isEqualTo(403);
		assertThat(stopped.headers().firstValue("hilum-problem")).contains("identifier_stopped");
		assertThat(upstream().calls()).isEmpty();
		HttpResponse<String> sent = send(
				request.POST(HttpRequest.BodyPublishers.ofString(asked.replace("TEXT", "ssn [SSN_7KQ2]"))));
		assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
		assertThat(upstream().calls()).hasSize(1);
	}

	private static List<JsonNode> usagesOfTeam() {
		return UsageTopic.usages().stream().filter((usage) -> usage.path("team").asString().equals(TEAM)).toList();
	}

	private static HttpResponse<String> ask(String model, String text, PhiState phi) {
		return send(request("/v1/chat/completions", context("Clinician", "cardiology", phi))
			.POST(HttpRequest.BodyPublishers.ofString(body(model, text))));
	}

	private static String body(String model, String text) {
		return "{\"model\":\"" + model + "\",\"messages\":[{\"role\":\"user\",\"content\":\"" + text + "\"}]}";
	}

}
