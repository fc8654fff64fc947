package io.hilum.routing.completion;

import java.nio.charset.StandardCharsets;

import io.hilum.routing.body.Endpoint;
import io.hilum.routing.catalogue.ProviderType;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ProviderUsers}.
 */
class ProviderUsersTests {

	private final ProviderUsers users = new ProviderUsers("secret");

	private final String code = this.users.code("https://idp|amelia");

	@Test
	void codeIsStableAndKeyedAndSaysNothing() {
		assertThat(this.code).matches("hilum-[0-9a-f]{32}")
			.isEqualTo(new ProviderUsers("secret").code("https://idp|amelia"))
			.isNotEqualTo(new ProviderUsers("other").code("https://idp|amelia"))
			.isNotEqualTo(this.users.code("https://idp|bruno"));
	}

	@Test
	void openAiGetsASafetyIdentifierAndAzureAUser() {
		assertThat(apply("{\"model\":\"m\"}", Endpoint.CHAT_COMPLETIONS, ProviderType.OPENAI))
			.isEqualTo("{\"model\":\"m\",\"safety_identifier\":\"" + this.code + "\"}");
		assertThat(apply("{\"model\":\"m\"}", Endpoint.EMBEDDINGS, ProviderType.OPENAI))
			.isEqualTo("{\"model\":\"m\",\"user\":\"" + this.code + "\"}");
		assertThat(apply("{\"model\":\"m\"}", Endpoint.CHAT_COMPLETIONS, ProviderType.AZURE_OPENAI))
			.isEqualTo("{\"model\":\"m\",\"user\":\"" + this.code + "\"}");
	}

	@Test
	void whatTheClientSendsNeverGoesOut() {
		for (ProviderType type : ProviderType.values()) {
			assertThat(apply("{\"user\":\"amelia@ward\",\"safety_identifier\":\"amelia\",\"model\":\"m\"}",
					Endpoint.CHAT_COMPLETIONS, type))
				.doesNotContain("amelia")
				.contains(this.code);
			assertThat(apply("{\"metadata\":{\"user_id\":\"amelia\",\"x\":1}}", Endpoint.MESSAGES, type))
				.isEqualTo("{\"metadata\":{\"user_id\":\"" + this.code + "\",\"x\":1}}");
		}
	}

	@Test
	void serverThatNeedsNoneGetsTheBodyAsItIs() {
		String body = "{ \"model\" : \"m\" }";
		assertThat(apply(body, Endpoint.CHAT_COMPLETIONS, ProviderType.OPENAI_COMPATIBLE)).isEqualTo(body);
		assertThat(apply(body, Endpoint.COUNT_TOKENS, ProviderType.ANTHROPIC)).isEqualTo(body);
	}

	private String apply(String body, Endpoint endpoint, ProviderType type) {
		return new String(this.users.apply(body.getBytes(StandardCharsets.UTF_8), endpoint, type, "https://idp|amelia"),
				StandardCharsets.UTF_8);
	}

}
