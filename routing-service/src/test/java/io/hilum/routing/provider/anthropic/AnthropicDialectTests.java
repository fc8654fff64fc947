package io.hilum.routing.provider.anthropic;

import java.net.URI;
import java.util.Map;

import io.hilum.dialects.TranslationRequest;
import io.hilum.dialects.Translator;
import io.hilum.dialects.UntranslatableException;
import io.hilum.routing.body.Endpoint;
import io.hilum.routing.provider.ProviderCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link AnthropicDialect}.
 */
class AnthropicDialectTests {

	private final AnthropicDialect dialect = new AnthropicDialect(URI.create("https://api.anthropic.com"), "secret",
			null, 1024);

	@ParameterizedTest
	@ValueSource(strings = { "https://api.anthropic.com", "https://api.anthropic.com/", "https://api.anthropic.com/v1",
			"https://api.anthropic.com/v1/" })
	void chatGoesToMessagesHoweverTheServerIsNamed(String endpoint) {
		ProviderCall call = new ProviderCall("id", Endpoint.CHAT_COMPLETIONS, "claude", new byte[0], false, null);
		assertThat(new AnthropicDialect(URI.create(endpoint), "secret", null, 1024).uri(call))
			.isEqualTo("https://api.anthropic.com/v1/messages");
	}

	@Test
	void logsInByKeyAndSaysTheVersion() {
		assertThat(this.dialect.login("", new byte[0]).block())
			.isEqualTo(Map.of("x-api-key", "secret", "anthropic-version", "2023-06-01"));
		assertThat(
				new AnthropicDialect(URI.create("https://x"), null, "2026-10-21", 1024).login("", new byte[0]).block())
			.isEqualTo(Map.of("anthropic-version", "2026-10-21"));
	}

	@Test
	void embeddingsAreRefusedByName() {
		Translator translator = this.dialect.translator(Endpoint.EMBEDDINGS);
		TranslationRequest request = new TranslationRequest(new byte[0], "claude", false, null, 0);
		assertThat(translator).isNotNull();
		assertThatExceptionOfType(UntranslatableException.class).isThrownBy(() -> translator.translate(request))
			.withMessage("Anthropic has no embeddings");
	}

}
