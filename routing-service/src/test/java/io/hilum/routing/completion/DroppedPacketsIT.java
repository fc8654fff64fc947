package io.hilum.routing.completion;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static io.hilum.routing.completion.LiveService.CLIENT;
import static io.hilum.routing.completion.LiveService.JSON;
import static io.hilum.routing.completion.LiveService.await;
import static io.hilum.routing.completion.LiveService.caller;
import static io.hilum.routing.completion.LiveService.chat;
import static io.hilum.routing.completion.LiveService.post;
import static io.hilum.routing.completion.LiveService.proxy;
import static io.hilum.routing.completion.LiveService.request;
import static io.hilum.routing.completion.LiveService.upstream;
import static io.hilum.routing.completion.UsageTopic.usageOf;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * F10 and F27: packets that are lost between the service and a provider, as the service
 * sees it: silence at any moment, for a while or for good.
 */
class DroppedPacketsIT {

	private static final String STREAM = ",\"stream\":true";

	private static final int ROUNDS = 10;

	private static final int HEAD_AND_EVENTS = 1500;

	private static final int MORE_THAN_BUFFERS_HOLD = 12_000_000;

	@BeforeEach
	void forget() {
		await(() -> upstream().open() == 0);
		upstream().forget();
	}

	@AfterEach
	void heal() {
		proxy().cut();
	}

	@Test
	void whatComesLateIsWholeAndAskedForOnce() {
		Random random = new Random(20_261_123);
		for (int round = 0; round < ROUNDS; round++) {
			int after = 1 + random.nextInt(HEAD_AND_EVENTS);
			proxy().stallAfter(after);
			CompletableFuture<HttpResponse<String>> answer = CLIENT
				.sendAsync(request("/v1/chat/completions", caller("Clinician"))
					.POST(HttpRequest.BodyPublishers.ofString(chat("behind-slow", STREAM)))
					.build(), HttpResponse.BodyHandlers.ofString());
			await(() -> proxy().isStalled() || answer.isDone());
			LockSupport.parkNanos(Duration.ofMillis(random.nextInt(500)).toNanos());
			proxy().goOn();
			assertThat(answer.join().body()).as("lost after %d bytes", after)
				.contains("w0 ", "w9 ")
				.endsWith("data: [DONE]\n\n");
		}
		assertThat(upstream().calls()).hasSize(ROUNDS);
	}

	@Test
	void aStreamThatFallsSilentForGoodIsAnErrorAndChargedForWhatCame() {
		proxy().stallAfter(HEAD_AND_EVENTS / 2);
		HttpResponse<String> answer = post(chat("behind-slow", STREAM), caller("Clinician"));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).contains("w0 ", "upstream_timeout").doesNotContain("[DONE]", "w9 ");
		JsonNode usage = usageOf(answer);
		assertThat(usage.path("outcome").asString()).isEqualTo("error");
		assertThat(usage.path("tokens").path("output").asInt()).isBetween(1, 9);
		assertThat(upstream().calls()).hasSize(1);
	}

	/**
	 * It is not asked elsewhere: the provider may be at work.
	 */
	@Test
	void aConnectionThatWasKeptAndIsGoneSinceIsNotWaitedForLongerThanAProviderMayThink() {
		assertThat(post(chat("behind-or-wide", ""), caller("Clinician")).statusCode()).isEqualTo(200);
		proxy().stall();
		HttpResponse<String> answer = post(chat("behind-or-wide", ""), caller("Clinician"));
		assertThat(answer.statusCode()).isEqualTo(504);
		assertThat(JSON.readTree(answer.body()).path("error").path("code").asString()).isEqualTo("upstream_timeout");
	}

	/**
	 * What is not even taken did not reach anybody, and is asked elsewhere.
	 */
	@Test
	void aRequestThatNobodyTakesGoesElsewhere() {
		proxy().stall();
		HttpResponse<String> answer = post(
				"{\"model\":\"behind-or-wide\",\"messages\":[{\"role\":\"user\",\"content\":\""
						+ "a".repeat(MORE_THAN_BUFFERS_HOLD) + "\"}]}",
				caller("Clinician"));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(usageOf(answer).path("attempts").get(0).path("outcome").asString()).isEqualTo("dropped");
		assertThat(upstream().calls()).hasSize(1);
	}

}
