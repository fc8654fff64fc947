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
import static io.hilum.routing.completion.LiveService.context;
import static io.hilum.routing.completion.LiveService.request;
import static io.hilum.routing.completion.LiveService.send;
import static io.hilum.routing.completion.LiveService.upstream;
import static io.hilum.routing.completion.UsageTopic.usageOf;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which questions get the answer of another one that means the same, and which never do.
 */
class SimilarAnswersIT {

	private static final String QUESTION = "How do I reset the infusion pump?";

	private static final String SAME = "Please tell me how I can reset the infusion pump";

	@BeforeEach
	void forget() {
		Parts.redis().flush();
		upstream().forget();
	}

	@ParameterizedTest
	@ValueSource(strings = { "false", "true" })
	void givesTheAnswerOfAnotherWordingInAnotherConversation(String stream) {
		String seed = ",\"stream\":" + stream + ",\"seed\":" + System.nanoTime();
		String first = known(seed).body();
		upstream().forget();
		ServiceContext colleague = new ServiceContext("req-2", "https://idp|bea", List.of("Clinician"), "cardiology",
				null, null, "treatment", PhiState.DEIDENTIFIED, "p1", "c2");
		HttpResponse<String> answer = ask("alike", SAME, seed, colleague, "NAME=0");
		assertThat(cache(answer)).isEqualTo("similar");
		assertThat(answer.body()).isEqualTo(first);
		assertThat(upstream().calls()).extracting(FakeUpstream.Call::model).containsExactly("embed");
		JsonNode usage = usageOf(answer);
		assertThat(usage.path("outcome").asString()).isEqualTo("cached");
		assertThat(usage.path("costNanoUsd").asLong(-1)).isZero();
	}

	@Test
	void givesItToNobodyElse() {
		String seed = ",\"seed\":" + System.nanoTime();
		known(seed);
		assertThat(cache(ask("alike", SAME, seed, caller("Clinician"), "NAME=1"))).as("identifiers were replaced")
			.isEqualTo("miss");
		assertThat(cache(ask("alike", SAME, seed + "1", caller("Clinician"), "NAME=0"))).as("another parameter")
			.isEqualTo("miss");
		assertThat(cache(ask("alike", SAME, seed, caller("Research"), "NAME=0"))).as("another role").isEqualTo("miss");
		assertThat(cache(ask("alike", SAME, seed, caller("Clinician").withPhi(PhiState.DEIDENTIFIED, "p2"), "NAME=0")))
			.as("another policy")
			.isEqualTo("miss");
		ServiceContext oncology = context("Clinician", "oncology", PhiState.DEIDENTIFIED);
		upstream().forget();
		assertThat(cache(ask("alike", SAME, seed, oncology, "NAME=0"))).as("a team that does not share")
			.isEqualTo("miss");
		assertThat(upstream().calls()).as("not even measured")
			.extracting(FakeUpstream.Call::model)
			.containsExactly("told");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			How do I reset the dialysis pump?|another thing
			Kindly tell me how I reset the infusion pump|measured as far from it
			How do I reset the infusion pump of [NAME_7KQ2]?|what looks like a pseudonym
			""")
	void givesItToNoOtherQuestion(String question, String because) {
		String seed = ",\"seed\":" + System.nanoTime();
		known(seed);
		assertThat(cache(ask("alike", question, seed, caller("Clinician"), "NAME=0"))).as(because).isEqualTo("miss");
	}

	@Test
	void answersWhenNothingCanBeMeasured() {
		HttpResponse<String> answer = ask("alike-unmeasured", QUESTION, "", caller("Clinician"), "NAME=0");
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(upstream().calls()).extracting(FakeUpstream.Call::model).contains("500").endsWith("told");
	}

	/**
	 * Answers are put away beside requests, so it takes a moment until one is known.
	 */
	private static HttpResponse<String> known(String seed) {
		AtomicReference<HttpResponse<String>> hit = new AtomicReference<>();
		await(() -> {
			hit.set(ask("alike", QUESTION, seed, caller("Clinician"), "NAME=0"));
			return cache(hit.get()).equals("hit");
		});
		return hit.get();
	}

	private static HttpResponse<String> ask(String model, String question, String more, ServiceContext caller,
			String counts) {
		String body = "{\"model\":\"" + model + "\",\"messages\":[{\"role\":\"user\",\"content\":\"" + question + "\"}]"
				+ more + "}";
		return send(request("/v1/chat/completions", caller).setHeader("Hilum-Phi-Counts", counts)
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	private static String cache(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return answer.headers().firstValue("hilum-cache").orElseThrow();
	}

}
