package io.hilum.routing.completion;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static io.hilum.routing.completion.LiveService.JSON;
import static io.hilum.routing.completion.LiveService.caller;
import static io.hilum.routing.completion.LiveService.chat;
import static io.hilum.routing.completion.LiveService.post;
import static io.hilum.routing.completion.LiveService.upstream;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the catalogue lets a model be asked for, by everybody and under every name.
 */
class ModelLimitIT {

	@Test
	void refusesWhatIsAboveTheLimitOfAModelUnderEachOfItsNames() {
		upstream().forget();
		assertThat(post(chat("limited", ""), caller("Clinician")).statusCode()).isEqualTo(200);
		assertThat(post(chat("limited-too", ""), caller("Research")).statusCode()).isEqualTo(200);
		HttpResponse<String> refused = post(chat("limited", ""), caller("Research"));
		assertThat(refused.statusCode()).isEqualTo(429);
		JsonNode error = JSON.readTree(refused.body()).path("error");
		assertThat(error.path("code").asString()).isEqualTo("model_rate_limited");
		assertThat(error.path("type").asString()).isEqualTo("rate_limit_error");
		assertThat(refused.headers().firstValueAsLong("retry-after").orElseThrow()).isBetween(1L, 30L);
		assertThat(upstream().calls()).hasSize(2);
		assertThat(post(chat("wide", ""), caller("Clinician")).statusCode()).isEqualTo(200);
	}

}
