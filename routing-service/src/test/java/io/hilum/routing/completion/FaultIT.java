package io.hilum.routing.completion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import io.netty.util.internal.PlatformDependent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static io.hilum.routing.completion.LiveService.CLIENT;
import static io.hilum.routing.completion.LiveService.JSON;
import static io.hilum.routing.completion.LiveService.await;
import static io.hilum.routing.completion.LiveService.caller;
import static io.hilum.routing.completion.LiveService.chat;
import static io.hilum.routing.completion.LiveService.context;
import static io.hilum.routing.completion.LiveService.post;
import static io.hilum.routing.completion.LiveService.request;
import static io.hilum.routing.completion.LiveService.send;
import static io.hilum.routing.completion.LiveService.upstream;
import static io.hilum.routing.completion.UsageTopic.usageOf;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The faults F1 to F12 of providers and clients that {@link FailureIT} leaves open, on
 * the real path over HTTP.
 */
class FaultIT {

	private static final String STREAM = ",\"stream\":true";

	/**
	 * What a busy machine may add to any request. Streams that hold threads would add the
	 * seconds that they last.
	 */
	private static final Duration NOISE = Duration.ofSeconds(5);

	/** How many clients do not read; they flood the machine with what they leave. */
	private static final int SLOW_READERS = Integer.getInteger("hilum.test.slow-readers", 20);

	/** What a connection may have waiting for it. */
	private static final long WAITING = 2_000_000;

	/** What the pool of memory takes at once, whatever for. */
	private static final long POOLED = 32_000_000;

	private static final Duration SOON = Duration.ofSeconds(1);

	/** A busy machine may be late, but not every time. */
	private static final int TRIES = 10;

	@BeforeEach
	void forget() {
		await(() -> upstream().open() == 0);
		upstream().forget();
	}

	/**
	 * F1.
	 */
	@Test
	void aProviderThatWantsToBeLeftAloneIsLeftAlone() {
		HttpResponse<String> first = post(chat("only-429-long", ""), caller("Clinician"));
		assertThat(first.statusCode()).isEqualTo(429);
		assertThat(first.headers().firstValue("retry-after")).contains("300");
		assertThat(upstream().calls()).as("asked once, since the pause is too long to wait for").hasSize(1);
		HttpResponse<String> second = post(chat("only-429-long", ""), caller("Clinician"));
		assertThat(second.statusCode()).isEqualTo(429);
		assertThat(JSON.readTree(second.body()).path("error").path("code").asString())
			.isEqualTo("upstream_rate_limited");
		assertThat(second.headers().firstValueAsLong("retry-after").orElseThrow()).isBetween(100L, 300L);
		assertThat(upstream().calls()).as("not asked again").hasSize(1);
		HttpResponse<String> other = post(chat("first-429-long", STREAM), caller("Clinician"));
		assertThat(other.body()).endsWith("data: [DONE]\n\n");
		JsonNode decision = usageOf(other).path("decision");
		assertThat(decision.path("excluded").get(0).path("reason").asString()).isEqualTo("cooling down");
	}

	/**
	 * F2.
	 */
	@Test
	void asksAnOverloadedProviderAgainAfterItsPause() {
		HttpResponse<String> answer = post(chat("only-529", ""), caller("Clinician"));
		assertThat(answer.statusCode()).isEqualTo(503);
		assertThat(JSON.readTree(answer.body()).path("error").path("code").asString()).isEqualTo("upstream_overloaded");
		assertThat(upstream().calls()).hasSize(3);
	}

	/**
	 * F5: the caller's own deadline ends the call, gives the money back and closes the
	 * connection to the provider.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "", STREAM })
	void keepsTheDeadlineOfTheCaller(String stream) {
		long start = System.nanoTime();
		HttpResponse<String> answer = send(
				request("/v1/chat/completions", caller("Clinician")).header("Hilum-Timeout-Ms", "2500")
					.POST(HttpRequest.BodyPublishers.ofString(chat("priced-silence", stream))));
		assertThat(answer.statusCode()).isEqualTo(504);
		assertThat(JSON.readTree(answer.body()).path("error").path("code").asString()).isEqualTo("upstream_timeout");
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(2500),
				Duration.ofSeconds(18));
		await(() -> upstream().open() == 0);
		assertThat(Duration.ofNanos(System.nanoTime() - start))
			.as("the provider is hung up on, long before it is given up")
			.isLessThan(Duration.ofSeconds(18));
		assertThat(upstream().calls()).hasSize(1);
	}

	@Test
	void refusesADeadlineThatIsNone() {
		for (String wrong : List.of("0", "-5", "soon", "99999999999")) {
			assertThat(send(request("/v1/chat/completions", caller("Clinician")).header("Hilum-Timeout-Ms", wrong)
				.POST(HttpRequest.BodyPublishers.ofString(chat("sandbox", "")))).statusCode()).isEqualTo(400);
		}
	}

	/**
	 * F6, F7: a deadline in the middle of a stream is an error event.
	 */
	@Test
	void endsAStreamAtTheDeadlineWithAnErrorEvent() {
		HttpResponse<String> answer = send(
				request("/v1/chat/completions", caller("Clinician")).header("Hilum-Timeout-Ms", "7000")
					.POST(HttpRequest.BodyPublishers.ofString(chat("only-trickle", STREAM))));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).contains("w0 ", "upstream_timeout").doesNotContain("[DONE]", "w9");
		JsonNode usage = usageOf(answer);
		assertThat(usage.path("outcome").asString()).isEqualTo("error");
		assertThat(usage.path("tokens").path("output").asInt()).isBetween(1, 5);
	}

	/**
	 * F8: five hundred streams of a token every two seconds.
	 */
	@Test
	void manySlowStreamsSlowNobodyElseDown() {
		p99();
		Duration alone = p99();
		List<CompletableFuture<HttpResponse<String>>> slow = new ArrayList<>();
		for (int i = 0; i < 500; i++) {
			slow.add(CLIENT.sendAsync(request("/v1/chat/completions", caller("Clinician"))
				.POST(HttpRequest.BodyPublishers.ofString(chat("only-trickle", STREAM)))
				.build(), HttpResponse.BodyHandlers.ofString()));
		}
		await(() -> upstream().open() == 500);
		Duration among = p99();
		Duration most = alone.multipliedBy(2);
		assertThat(among).as("alone it is %s", alone).isLessThan((most.compareTo(NOISE) > 0) ? most : NOISE);
		slow.forEach((one) -> assertThat(one.join().body()).contains("w9 ").endsWith("data: [DONE]\n\n"));
	}

	private static Duration p99() {
		long[] took = new long[200];
		for (int i = 0; i < took.length; i++) {
			took[i] = nanos(() -> post(chat("wide", ""), caller("Clinician")).statusCode());
		}
		Arrays.sort(took);
		return Duration.ofNanos(took[took.length * 99 / 100]);
	}

	private static long nanos(LongSupplier what) {
		long start = System.nanoTime();
		assertThat(what.getAsLong()).isEqualTo(200);
		return System.nanoTime() - start;
	}

	/**
	 * F9: an event without end is cut at its bound; comments and carriage returns are the
	 * protocol's own.
	 */
	@Test
	void boundsAnEventThatDoesNotEndAndReadsOddOnes() {
		HttpResponse<String> huge = post(chat("only-huge", STREAM), caller("Clinician"));
		assertThat(huge.body()).contains("w0 ", "upstream_invalid_answer").doesNotContain("[DONE]");
		assertThat(huge.body().length()).isLessThan(1_000_000);
		await(() -> upstream().open() == 0);
		HttpResponse<String> odd = post(chat("only-odd", STREAM), caller("Clinician"));
		assertThat(odd.body()).contains("w0 ", "w9 ").endsWith("data: [DONE]\n\n");
		assertThat(usageOf(odd).path("tokens").path("output").asInt()).isEqualTo(10);
	}

	/**
	 * F10.
	 */
	@ParameterizedTest
	@CsvSource({ "only-drip,true,false", "only-drip,true,true", "only-silence,false,false", "only-silence,true,true" })
	void hangsUpOnTheProviderWithinASecondOfTheClientsLeaving(String model, boolean stream, boolean reset)
			throws IOException {
		Duration soonest = untilHungUp(model, stream, reset);
		for (int more = 0; more < TRIES && soonest.compareTo(SOON) >= 0; more++) {
			forget();
			soonest = untilHungUp(model, stream, reset);
		}
		assertThat(soonest).isLessThan(SOON);
	}

	private static Duration untilHungUp(String model, boolean stream, boolean reset) throws IOException {
		try (RawClient client = new RawClient(65_536)) {
			client.chat(chat(model, stream ? STREAM : ""));
			await(() -> upstream().open() == 1);
			if (model.equals("only-drip")) {
				assertThat(client.readUntil("w0 ")).contains("w0 ");
			}
			if (reset) {
				client.reset();
			}
		}
		long left = System.nanoTime();
		await(() -> upstream().open() == 0);
		assertThat(upstream().calls()).hasSize(1);
		return Duration.ofNanos(System.nanoTime() - left);
	}

	/**
	 * F11.
	 */
	@Test
	void clientsThatDoNotReadHoldTheProviderBackAndAreLeft() throws IOException {
		List<RawClient> clients = new ArrayList<>();
		try {
			long before = upstream().flooded();
			long memoryBefore = PlatformDependent.usedDirectMemory();
			for (int i = 0; i < SLOW_READERS; i++) {
				clients.add(new RawClient(1024).chat(chat("only-flood", STREAM)));
			}
			await(() -> upstream().calls().size() == SLOW_READERS);
			assertThat(post(chat("wide", ""), caller("Clinician")).statusCode()).isEqualTo(200);
			AtomicLong most = new AtomicLong();
			await(Duration.ofMinutes(2), () -> {
				most.accumulateAndGet(PlatformDependent.usedDirectMemory() - memoryBefore, Math::max);
				return upstream().open() == 0;
			});
			assertThat(upstream().flooded() - before).as("of 240 MB each").isLessThan(SLOW_READERS * 20_000_000L);
			assertThat(most.get()).as("memory for what waits").isLessThan(POOLED + SLOW_READERS * WAITING);
		}
		finally {
			for (RawClient client : clients) {
				client.close();
			}
		}
	}

	/**
	 * F12.
	 */
	@Test
	void aBodyThatDoesNotComeIsNotWaitedFor() throws IOException {
		try (RawClient client = new RawClient(65_536)) {
			client.head(5000).write("{\"model\":");
			String answer = client.readUntil("body_too_slow");
			assertThat(answer).startsWith("HTTP/1.1 408 ").contains("body_too_slow");
		}
		assertThat(upstream().calls()).isEmpty();
	}

	/**
	 * F12: each byte of a head comes in time, the head does not.
	 */
	@Test
	void aHeadThatDripsIsNotWaitedForAndHoldsNobodyUp() throws IOException {
		String endless = "POST /v1/chat/completions HTTP/1.1\r\nHost: routing\r\nX-Slow: " + "a".repeat(1000);
		try (RawClient client = new RawClient(65_536)) {
			CompletableFuture<Integer> dripped = CompletableFuture.supplyAsync(() -> {
				try {
					return client.drip(endless, Duration.ofMillis(200));
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			});
			while (!dripped.isDone()) {
				assertThat(post(chat("wide", ""), caller("Clinician")).statusCode()).isEqualTo(200);
			}
			assertThat(dripped.join()).as("cut by the time it took, long before its end").isBetween(2, 500);
		}
	}

	/**
	 * F4.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "refused", "nowhere" })
	void asksElsewhereWhereNobodyCanBeReached(String model) {
		HttpResponse<String> elsewhere = post(chat("first-" + model, STREAM), caller("Clinician"));
		assertThat(elsewhere.body()).endsWith("data: [DONE]\n\n");
		assertThat(usageOf(elsewhere).path("attempts").get(0).path("outcome").asString()).isEqualTo("dropped");
		HttpResponse<String> nowhere = post(chat("only-" + model, ""), caller("Clinician"));
		assertThat(nowhere.statusCode()).isEqualTo(503);
		assertThat(JSON.readTree(nowhere.body()).path("error").path("code").asString())
			.isEqualTo("upstream_unavailable");
	}

	/**
	 * F1: nothing is charged.
	 */
	@Test
	void aLimitedRateCostsNothing() {
		AccessTopic.budget("team:limited", 1_000_000_000_000L, "hard");
		ServiceContext limited = context("Clinician", "limited", PhiState.DEIDENTIFIED);
		await(() -> post(chat("priced", ",\"max_tokens\":1"), limited).headers()
			.firstValue("hilum-budget-remaining-usd")
			.isPresent());
		await(() -> "0".equals(Counters.of("team:limited", "held")));
		String spent = Counters.of("team:limited", "spent");
		assertThat(post(chat("priced-429", ""), limited).statusCode()).isEqualTo(429);
		await(() -> "0".equals(Counters.of("team:limited", "held")));
		assertThat(Counters.of("team:limited", "spent")).isEqualTo(spent);
	}

	@ParameterizedTest
	@CsvSource({ "short,too-long", "strict,filtered" })
	void goesOnToTheModelForWhatAnotherRefuses(String model, String refusing) {
		HttpResponse<String> answer = post(chat(model, STREAM), caller("Clinician"));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).endsWith("data: [DONE]\n\n");
		assertThat(upstream().calls()).extracting(FakeUpstream.Call::model).containsExactly(refusing, "ok");
		JsonNode usage = usageOf(answer);
		assertThat(usage.path("attempts").get(0).path("outcome").asString()).isEqualTo("ignored");
		assertThat(usage.path("deployment").asString()).isEqualTo("fake/ok");
	}

}
