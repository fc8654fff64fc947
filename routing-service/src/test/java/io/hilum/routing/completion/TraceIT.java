package io.hilum.routing.completion;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;

import static io.hilum.routing.completion.LiveService.JSON;
import static io.hilum.routing.completion.LiveService.caller;
import static io.hilum.routing.completion.LiveService.chat;
import static io.hilum.routing.completion.LiveService.request;
import static io.hilum.routing.completion.LiveService.send;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The usage event of a request stays in its trace.
 */
class TraceIT {

	private static final Schema HEADERS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
		.getSchema(UsageTopic.resource("/contracts/events/cloud-event-headers-v1.schema.json"), InputFormat.JSON);

	@Test
	void writesTheTraceOfTheRequestIntoTheUsageEvent() {
		String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
		HttpResponse<String> answer = send(request("/v1/chat/completions", caller("Clinician"))
			.header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
			.POST(HttpRequest.BodyPublishers.ofString(chat("priced", ",\"stream\":true"))));
		assertThat(answer.statusCode()).isEqualTo(200);
		Map<String, String> headers = UsageTopic.headersOf(answer);
		assertThat(HEADERS.validate(JSON.writeValueAsString(headers), InputFormat.JSON)).isEmpty();
		assertThat(headers).containsEntry("ce_type", "hilum.usage.recorded.v1")
			.containsEntry("ce_source", "/routing-service")
			.hasEntrySatisfying("traceparent", (parent) -> assertThat(parent).startsWith("00-" + trace + "-"));
	}

}
