package io.hilum.routing.provider.anthropic;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;

import io.hilum.routing.body.Endpoint;
import io.hilum.routing.provider.ProviderCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

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

	@ParameterizedTest
	@CsvSource({ "MESSAGES,messages", "COUNT_TOKENS,messages/count_tokens" })
	void itsOwnDialectPassesAsItIs(Endpoint endpoint, String path) {
		ProviderCall call = new ProviderCall("id", endpoint, "claude", new byte[0], false, null);
		assertThat(this.dialect.speaks(endpoint, "claude")).isTrue();
		assertThat(this.dialect.translator(endpoint)).isNull();
		assertThat(this.dialect.uri(call)).isEqualTo("https://api.anthropic.com/v1/" + path);
	}

	@Test
	void whatItDoesNotSpeakBecomesAChatOrIsRefused() {
		assertThat(Arrays.stream(Endpoint.values()).filter((endpoint) -> this.dialect.speaks(endpoint, "claude")))
			.containsExactlyInAnyOrder(Endpoint.CHAT_COMPLETIONS, Endpoint.MESSAGES, Endpoint.COUNT_TOKENS);
		assertThat(this.dialect.translator(Endpoint.CHAT_COMPLETIONS)).isNotNull();
	}

}
