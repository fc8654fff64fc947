package io.hilum.dialects.bedrock;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * That the check, which {@link Chats} makes of every request that a test translates, can
 * fail.
 */
class ServiceModelTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					invented is not known                            | {'invented': 1}
					messages.content.image.source.url is not known   | {'messages': [{'role': 'user', 'content': [{'image': {'format': 'png', 'source': {'url': 'x'}}}]}]}
					messages.content.image.source.bytes is of another type | {'messages': [{'role': 'user', 'content': [{'image': {'format': 'png', 'source': {'bytes': 'a b'}}}]}]}
					inferenceConfig.maxTokens is of another type     | {'inferenceConfig': {'maxTokens': '5'}}
					inferenceConfig.stopSequences is of another type | {'inferenceConfig': {'stopSequences': 'x'}}
					requestMetadata is of another type               | {'requestMetadata': {'a': 1}}
					""")
	void findsWhatAwsWouldRefuse(String fault, String body) {
		assertThat(ServiceModel.faultsOf(Chats.json(body), false)).containsExactly(fault);
	}

	@Test
	void knowsWhatOnlyStreamsHave() {
		String body = "{'guardrailConfig': {'streamProcessingMode': 'async'}}";
		assertThat(ServiceModel.faultsOf(Chats.json(body), true)).isEmpty();
		assertThat(ServiceModel.faultsOf(Chats.json(body), false))
			.isEqualTo(List.of("guardrailConfig.streamProcessingMode is not known"));
	}

}
