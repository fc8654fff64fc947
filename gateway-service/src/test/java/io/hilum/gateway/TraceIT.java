package io.hilum.gateway;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import io.hilum.gateway.harness.RunningGateway;
import io.hilum.gateway.harness.ScriptedService;
import org.junit.jupiter.api.Test;

import static io.hilum.gateway.harness.Answers.requestId;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A request stays in one trace on its way through the gateway to every service and to
 * Kafka.
 */
class TraceIT {

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static final String CLIENTS = "00-" + TRACE + "-00f067aa0ba902b7-01";

	private static final String QUESTION = """
			{"model":"sandbox","messages":[{"role":"user","content":"Irma Peter, MRN 964741?"}]}""";

	private final RunningGateway gateway = RunningGateway.shared();

	private final String clinician = this.gateway.issuer.token("amelia", "Clinician");

	@Test
	void carriesTheTraceOfAChatToTheServicesAndTheAuditEvent() {
		HttpResponse<String> answer = this.gateway
			.send(this.gateway.chat(this.clinician, QUESTION).header("traceparent", CLIENTS).build());
		assertThat(answer.statusCode()).isEqualTo(200);
		assertInTrace(this.gateway.scrubber);
		assertInTrace(this.gateway.routing);
		assertAudited(answer);
	}

	@Test
	void carriesTheTraceOfACallThatIsPassedOn() {
		HttpResponse<String> answer = this.gateway
			.send(this.gateway.get(this.clinician, "/v1/usage").header("traceparent", CLIENTS).GET().build());
		assertThat(answer.statusCode()).isEqualTo(200);
		assertInTrace(this.gateway.usage);
		assertAudited(answer);
	}

	@Test
	void carriesTheTraceOfARefusal() {
		HttpResponse<String> answer = this.gateway
			.send(this.gateway.chat(this.clinician, "{\"model\":\"nope\"}").header("traceparent", CLIENTS).build());
		assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
		assertAudited(answer);
	}

	@Test
	void beginsATraceWhereTheClientHasNone() {
		HttpResponse<String> answer = this.gateway.send(this.gateway.chat(this.clinician, QUESTION).build());
		String begun = traceOf(this.gateway.routing.received().getFirst().headers());
		assertThat(begun).matches("[0-9a-f]{32}").isNotEqualTo(TRACE);
		assertThat(traceOf(this.gateway.scrubber.received().getFirst().headers())).isEqualTo(begun);
		assertThat(this.gateway.topics.auditHeaders(requestId(answer))).singleElement()
			.satisfies((headers) -> assertThat(traceOf(headers)).isEqualTo(begun));
	}

	private static void assertInTrace(ScriptedService service) {
		assertThat(service.received()).singleElement().satisfies((request) -> {
			assertThat(traceOf(request.headers())).isEqualTo(TRACE);
			assertThat(request.headers().get("traceparent")).endsWith("-01").isNotEqualTo(CLIENTS);
		});
	}

	private void assertAudited(HttpResponse<String> answer) {
		List<Map<String, String>> events = this.gateway.topics.auditHeaders(requestId(answer));
		assertThat(events).singleElement().satisfies((headers) -> {
			assertThat(headers).containsEntry("ce_type", "hilum.audit.recorded.v1");
			assertThat(traceOf(headers)).isEqualTo(TRACE);
		});
	}

	private static String traceOf(Map<String, String> headers) {
		String parent = headers.getOrDefault("traceparent", "none");
		return parent.contains("-") ? parent.split("-")[1] : parent;
	}

}
