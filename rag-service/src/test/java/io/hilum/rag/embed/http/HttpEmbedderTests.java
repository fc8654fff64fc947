package io.hilum.rag.embed.http;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.hilum.rag.embed.EmbedProperties;
import io.hilum.rag.embed.Embedder;
import io.hilum.rag.embed.EmbedderContract;
import io.hilum.rag.embed.EmbeddingUnavailableException;
import io.hilum.rag.embed.TextKind;
import io.hilum.trust.context.ContextKey;
import io.hilum.trust.context.ContextSigner;
import io.hilum.trust.context.ModelScope;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.text.PhiText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link HttpEmbedder}.
 */
class HttpEmbedderTests extends EmbedderContract {

	private final OutsideWorld world = new OutsideWorld();

	@AfterEach
	void stop() {
		this.world.close();
	}

	@Override
	protected Embedder embedder() {
		ContextSigner signer = new ContextSigner("rag-service",
				Map.of("phi-scrubber-service", ContextKey.parse(OutsideWorld.key("phi-scrubber-service")),
						"routing-service", ContextKey.parse(OutsideWorld.key("routing-service"))),
				Clock.systemUTC());
		WebClient client = WebClient.create(this.world.url());
		return new HttpEmbedder(client, client, signer,
				new EmbedProperties("text-embedding-3-small", "", "", Duration.ofSeconds(60), 16, 1, 1, null));
	}

	@Test
	void sendsOutsideOnlyWhatTheScrubberReturned() {
		embed(TextKind.PASSAGE, PhiText.of(OutsideWorld.NAME + " has a stroke"));
		assertThat(this.world.routed()).singleElement()
			.asString()
			.contains("[NAME] has a stroke")
			.doesNotContain("Irma");
	}

	@Test
	void saysToEachServiceInWhichStateTheTextIs() {
		embed(TextKind.QUERY, PhiText.of(OutsideWorld.NAME));
		assertThat(this.world.contexts()).extracting(ServiceContext::phi)
			.containsExactly(PhiState.RAW, PhiState.DEIDENTIFIED);
		assertThat(this.world.contexts().getLast().policyVersion()).isEqualTo("builtin-1");
		assertThat(this.world.contexts()).extracting(ServiceContext::subject).containsOnly(REQUESTER.subject());
	}

	@Test
	void asksForTheModelOfTheCollectionWhateverTheKeyOfTheRequesterIsFor() {
		ServiceContext narrow = REQUESTER.withModels(new ModelScope(List.of("gpt-4o")));
		embedder().embed(List.of(PhiText.of("a stroke")), TextKind.QUERY, narrow).block(Duration.ofSeconds(60));
		assertThat(this.world.contexts().getLast().models()).isEqualTo(ModelScope.ALL);
	}

	@Test
	void sendsNothingOutsideWithoutTheScrubber() {
		this.world.breakScrubber();
		assertThatExceptionOfType(EmbeddingUnavailableException.class)
			.isThrownBy(() -> embed(TextKind.PASSAGE, PhiText.of(OutsideWorld.NAME)));
		assertThat(this.world.routed()).isEmpty();
	}

	@Test
	void readsTheScrubbersContract() throws Exception {
		try (var example = getClass().getResourceAsStream("/contracts/examples/scrub/response.json")) {
			ScrubbedV1 scrubbed = JsonMapper.shared().readValue(example, ScrubbedV1.class);
			assertThat(scrubbed.policyVersion()).isEqualTo("builtin-1");
			assertThat(scrubbed.texts()).hasSize(2);
			assertThat(scrubbed.counts()).containsEntry("NAME", 2);
		}
	}

}
