package io.hilum.routing.completion;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.hilum.routing.body.BodyScanner;
import io.hilum.routing.body.Endpoint;
import io.hilum.routing.catalogue.Model;
import io.hilum.routing.catalogue.Strategy;
import io.hilum.routing.plan.Candidate;
import io.hilum.routing.plan.Plan;
import io.hilum.routing.provider.ProviderFailure;
import io.hilum.routing.tokens.TokenCounts;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static io.hilum.routing.catalogue.CatalogueFixtures.deployment;
import static io.hilum.routing.catalogue.CatalogueFixtures.model;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StreamRelay}.
 */
class StreamRelayTests {

	private static final String TEXT = """
			data: {"model":"m-1","choices":[{"delta":{"role":"assistant","content":""}}]}

			: still here

			data: {"choices":[{"delta":{"content":"Hé"}}],"usage":null}

			data: {"choices":[{"delta":{"content":"llo \\"usage\\" \\n\\ndata: [DONE]"}}]}

			""";

	private static final String USAGE = """
			data: {"choices":[],"usage":{"prompt_tokens":3,"completion_tokens":2}}

			""";

	private static final String DONE = "data: [DONE]\n\n";

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void givesTheSameForEverySplitAndStripsUsageNobodyAskedFor(boolean asked) {
		byte[] bytes = (TEXT + USAGE + DONE + "data: {\"after\":1}\n\n").getBytes(StandardCharsets.UTF_8);
		for (int first = 0; first <= bytes.length; first++) {
			Run run = new Run(asked);
			StepVerifier
				.create(run
					.relay(Flux.just(Arrays.copyOf(bytes, first), Arrays.copyOfRange(bytes, first, bytes.length))))
				.expectNext(asked ? TEXT + USAGE + DONE : TEXT + DONE)
				.verifyComplete();
			assertThat(run.relay.complete()).isTrue();
			assertThat(run.journey.usage()).isEqualTo(TokenCounts.of(3, 2));
			assertThat(run.begun).hasValue(1);
		}
	}

	@Test
	void takesUsageOutOfAnEventThatHasChoices() {
		String last = "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]";
		String usage = ",\"usage\":{\"prompt_tokens\":9}}\n\n";
		Run run = new Run(false);
		StepVerifier.create(run.relay(Flux.just((TEXT + last + usage + DONE).getBytes(StandardCharsets.UTF_8))))
			.expectNext(TEXT + last + "}\n\n" + DONE)
			.verifyComplete();
		assertThat(run.journey.usage()).isEqualTo(TokenCounts.of(9, 0));
	}

	@ParameterizedTest
	@ValueSource(strings = { "data: <html>\n\n", "data: {\"error\":{\"message\":\"secret\"}}\n\n", "data: [1]\n\n" })
	void passesOnWhatWasRightAndNothingElse(String wrong) {
		Run run = new Run(false);
		StepVerifier.create(run.relay(Flux.just((TEXT + wrong + DONE).getBytes(StandardCharsets.UTF_8))))
			.expectNext(TEXT)
			.verifyErrorMatches((cause) -> cause instanceof ProviderFailure failure
					&& failure.kind() == ProviderFailure.Kind.BROKEN);
		assertThat(run.relay.complete()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "data: [DONE]\n\n", "data: <html>\n\n", "data: {\"error\":{}}\n\n", "data: {\"a\"\n\n" })
	void isNotBegunByWhatIsNoAnswer(String first) {
		Run run = new Run(false);
		StepVerifier.create(run.relay(Flux.just(first.getBytes(StandardCharsets.UTF_8))))
			.verifyError(ProviderFailure.class);
		assertThat(run.begun).hasValue(0);
	}

	@Test
	void countsTokensForWhenNobodyElseDoes() {
		Run run = new Run(false);
		StepVerifier.create(run.relay(Flux.just(TEXT.getBytes(StandardCharsets.UTF_8))))
			.expectNext(TEXT)
			.verifyComplete();
		assertThat(run.relay.complete()).isFalse();
		assertThat(run.journey.streamedTokens()).isBetween(2L, 10L);
	}

	private static final class Run {

		private static final BodyScanner SCANNER = new BodyScanner(10, 10_000);

		private final AtomicInteger begun = new AtomicInteger();

		private final Journey journey;

		private final StreamRelay relay;

		Run(boolean usageAsked) {
			byte[] body = ("{\"model\":\"m\",\"stream\":true,\"stream_options\":{\"include_usage\":" + usageAsked
					+ "}}")
				.getBytes(StandardCharsets.UTF_8);
			ServiceContext caller = new ServiceContext("r", "s", List.of("Clinician"), "t", null, null, "treatment",
					PhiState.NONE, "p", "c");
			Model model = model("m", Strategy.PRIORITY, List.of(), deployment("p", "m", 1));
			Plan plan = new Plan(model, "v", List.of(new Candidate(model.deployments().getFirst(), null, "r")),
					List.of());
			this.journey = new Journey("id", new CompletionRequest(Endpoint.CHAT_COMPLETIONS,
					SCANNER.scan(body, Endpoint.CHAT_COMPLETIONS), caller, Map.of(), null), plan);
			this.relay = new StreamRelay(this.journey, (facts) -> this.begun.incrementAndGet(), 10_000);
		}

		/**
		 * What the client gets, as one text.
		 */
		Flux<String> relay(Flux<byte[]> parts) {
			StringBuilder passedOn = new StringBuilder();
			Flux<String> nothing = parts.map(this.relay::accept)
				.takeUntil((bytes) -> this.relay.failed())
				.concatWith(Mono.defer(this::failure))
				.doOnNext((bytes) -> passedOn.append(new String(bytes, StandardCharsets.UTF_8)))
				.thenMany(Flux.empty());
			return nothing.onErrorResume((cause) -> text(passedOn).concatWith(Flux.error(cause)))
				.switchIfEmpty(text(passedOn));
		}

		private Mono<byte[]> failure() {
			return this.relay.failed() ? this.relay.end() : Mono.empty();
		}

		private static Flux<String> text(StringBuilder passedOn) {
			return Flux.defer(() -> (passedOn.length() == 0) ? Flux.empty() : Flux.just(passedOn.toString()));
		}

	}

}
