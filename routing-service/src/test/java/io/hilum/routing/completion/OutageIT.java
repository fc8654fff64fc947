package io.hilum.routing.completion;

import java.net.http.HttpResponse;

import io.hilum.parts.Parts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.hilum.routing.completion.LiveService.await;
import static io.hilum.routing.completion.LiveService.caller;
import static io.hilum.routing.completion.LiveService.chat;
import static io.hilum.routing.completion.LiveService.get;
import static io.hilum.routing.completion.LiveService.post;
import static io.hilum.routing.completion.LiveService.upstream;
import static io.hilum.routing.completion.UsageTopic.usageOf;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What goes on, and what does not, when a part is away.
 */
class OutageIT {

	@BeforeEach
	void forget() {
		upstream().forget();
	}

	@Test
	void refusesPricedModelsWithoutRedisAndServesFreeOnes() {
		Parts.redis().stop();
		try {
			HttpResponse<String> priced = post(chat("priced", ""), caller("Clinician"));
			assertThat(priced.statusCode()).isEqualTo(503);
			assertThat(priced.body()).contains("budget_unavailable");
			assertThat(post(chat("sandbox", ""), caller("Clinician")).statusCode()).isEqualTo(200);
			assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
			assertThat(upstream().calls()).isEmpty();
		}
		finally {
			Parts.redis().start();
		}
		await(() -> post(chat("priced", ""), caller("Clinician")).statusCode() == 200);
	}

	@Test
	void goesOnWithoutKafkaAndPublishesAfterwards() {
		Parts.kafka().stop();
		HttpResponse<String> answer;
		try {
			answer = post(chat("sandbox", ""), caller("Clinician"));
			assertThat(answer.statusCode()).isEqualTo(200);
		}
		finally {
			Parts.kafka().start();
		}
		assertThat(usageOf(answer).path("outcome").asString()).isEqualTo("success");
	}

}
