package io.hilum.routing.completion;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.hilum.routing.body.BodyScanner;
import io.hilum.routing.body.Endpoint;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ProviderState}.
 */
class ProviderStateTests {

	private static final ServiceContext CALLER = new ServiceContext("r", "s", List.of("Clinician"), "t", null, null,
			"treatment", PhiState.DEIDENTIFIED, "p", "c");

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			RESPONSES||false
			RESPONSES|,"store":null|false
			RESPONSES|,"store":true|false
			RESPONSES|,"store":false|true
			RESPONSES|,"store":false,"previous_response_id":null,"background":false|true
			RESPONSES|,"store":false,"previous_response_id":"resp_1"|false
			RESPONSES|,"store":false,"conversation":{"id":"conv_1"}|false
			RESPONSES|,"store":false,"background":true|false
			CHAT_COMPLETIONS||true
			CHAT_COMPLETIONS|,"store":true|false
			MESSAGES||true
			MESSAGES|,"container":"c"|false
			""")
	void tellsWhatIsLeftAtAProvider(Endpoint endpoint, String more, boolean untouched) {
		byte[] body = ("{\"model\":\"m\"" + ((more != null) ? more : "") + "}").getBytes(StandardCharsets.UTF_8);
		CompletionRequest request = new CompletionRequest(endpoint, new BodyScanner(10, 1000).scan(body, endpoint),
				CALLER, Map.of(), null);
		assertThat(ProviderState.isUntouched(request)).isEqualTo(untouched);
	}

}
