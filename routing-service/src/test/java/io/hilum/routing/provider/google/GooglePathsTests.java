package io.hilum.routing.provider.google;

import java.net.URI;
import java.util.List;
import java.util.Map;

import io.hilum.routing.body.Endpoint;
import io.hilum.routing.provider.Exit;
import io.hilum.routing.provider.ProviderCall;
import io.hilum.routing.provider.ProviderCall.HeaderRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the addresses of {@link GeminiDialect} and {@link VertexDialect}.
 */
class GooglePathsTests {

	@ParameterizedTest
	@CsvSource({
			"https://generativelanguage.googleapis.com, gemini-2.5-flash, https://generativelanguage.googleapis.com/v1beta/models/gemini-2.5-flash",
			"https://g.example/v1beta/, models/gemini-2.5-flash, https://g.example/v1beta/models/gemini-2.5-flash",
			"https://g.example/proxy/v1, tunedModels/t 1, https://g.example/proxy/v1/tunedModels/t+1" })
	void geminiNamesModelAndMethod(URI endpoint, String model, String expected) {
		GeminiDialect dialect = new GeminiDialect(endpoint, "k", 1024);
		assertThat(dialect.uri(chat(model, false))).isEqualTo(expected + ":generateContent");
		assertThat(dialect.uri(chat(model, true))).isEqualTo(expected + ":streamGenerateContent?alt=sse");
		assertThat(dialect.uri(embeddings(model))).isEqualTo(expected + ":batchEmbedContents");
		assertThat(dialect.login("", new byte[0]).block()).isEqualTo(Map.of("x-goog-api-key", "k"));
	}

	@ParameterizedTest
	@CsvSource({ "us-central1, https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/us-central1/",
			"global, https://aiplatform.googleapis.com/v1/projects/p/locations/global/",
			"eu, https://aiplatform.eu.rep.googleapis.com/v1/projects/p/locations/eu/",
			"us, https://aiplatform.us.rep.googleapis.com/v1/projects/p/locations/us/" })
	void vertexHasAHostForEachLocation(String location, String expected) {
		assertThat(VertexRoot.of(null, "p", location)).isEqualTo(expected);
	}

	@Test
	void vertexTakesAnotherEndpointAndTheExpressMode() {
		assertThat(VertexRoot.of(URI.create("https://psc.example/"), "p", "l"))
			.isEqualTo("https://psc.example/v1/projects/p/locations/l/");
		assertThat(VertexRoot.of(URI.create("https://psc.example/v1beta1"), "p", "l"))
			.isEqualTo("https://psc.example/v1beta1/projects/p/locations/l/");
		assertThat(VertexRoot.of(URI.create("https://x.example/v1/projects/q/locations/m"), "p", "l"))
			.isEqualTo("https://x.example/v1/projects/q/locations/m/");
		assertThat(VertexRoot.of(null, null, null)).isEqualTo("https://aiplatform.googleapis.com/v1/");
	}

	@ParameterizedTest
	@CsvSource({ "gemini-2.5-pro, publishers/google/models/gemini-2.5-pro:streamGenerateContent?alt=sse",
			"google/gemini-2.5-pro, publishers/google/models/gemini-2.5-pro:streamGenerateContent?alt=sse",
			"1234567890, endpoints/1234567890:streamGenerateContent?alt=sse",
			"claude-sonnet-4@20250514, publishers/anthropic/models/claude-sonnet-4%4020250514:streamRawPredict",
			"anthropic/claude-opus-4, publishers/anthropic/models/claude-opus-4:streamRawPredict" })
	void vertexFindsThePublisherOfAModel(String model, String expected) {
		VertexDialect dialect = new VertexDialect("https://h/", Mono.just(Map.of()), 1024);
		assertThat(dialect.uri(chat(model, true))).isEqualTo("https://h/" + expected);
		assertThat(dialect.uri(chat(model, false)))
			.isEqualTo("https://h/" + expected.replace("streamGenerateContent?alt=sse", "generateContent")
				.replace("streamRawPredict", "rawPredict"));
	}

	@Test
	void vertexPredictsVectors() {
		VertexDialect dialect = new VertexDialect("https://h/", Mono.just(Map.of()), 1024);
		assertThat(dialect.uri(embeddings("text-embedding-005")))
			.isEqualTo("https://h/publishers/google/models/text-embedding-005:predict");
	}

	@Test
	void vertexTakesMessagesOfAnthropicsModelsAsTheyAre() {
		VertexDialect dialect = new VertexDialect("https://h/", Mono.just(Map.of()), 1024);
		for (Endpoint endpoint : List.of(Endpoint.MESSAGES, Endpoint.COUNT_TOKENS)) {
			assertThat(dialect.speaks(endpoint, "claude-sonnet-4@20250514")).isTrue();
			assertThat(dialect.speaks(endpoint, "gemini-2.5-pro")).isFalse();
			assertThat(dialect.translator(endpoint)).isNotNull();
		}
		assertThat(dialect
			.uri(new ProviderCall("id", Endpoint.MESSAGES, "claude-sonnet-4@20250514", new byte[0], true, null)))
			.isEqualTo("https://h/publishers/anthropic/models/claude-sonnet-4%4020250514:streamRawPredict");
		assertThat(dialect
			.uri(new ProviderCall("id", Endpoint.COUNT_TOKENS, "claude-sonnet-4@20250514", new byte[0], false, null)))
			.isEqualTo("https://h/publishers/anthropic/models/count-tokens:rawPredict");
	}

	@Test
	void vertexTakesBetasForAnthropicsModelsOnly() {
		VertexDialect dialect = new VertexDialect("https://h/", Mono.just(Map.of()), 1024);
		assertThat(dialect.headers(wanting("claude-x", "a-1", "b-2"))).isEqualTo(Map.of("anthropic-beta", "a-1,b-2"));
		assertThat(dialect.headers(wanting("gemini-2.5-pro", "a-1"))).isEmpty();
		assertThat(dialect.headers(wanting("claude-x"))).isEmpty();
	}

	private static ProviderCall wanting(String model, String... betas) {
		return new ProviderCall("id", Endpoint.MESSAGES, model, new byte[0], false, null, HeaderRules.NONE,
				List.of(betas), Exit.OPEN);
	}

	private static ProviderCall chat(String model, boolean stream) {
		return new ProviderCall("id", Endpoint.CHAT_COMPLETIONS, model, new byte[0], stream, null);
	}

	private static ProviderCall embeddings(String model) {
		return new ProviderCall("id", Endpoint.EMBEDDINGS, model, new byte[0], false, null);
	}

}
