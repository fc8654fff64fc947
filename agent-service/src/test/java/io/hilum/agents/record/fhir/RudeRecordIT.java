package io.hilum.agents.record.fhir;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import ca.uhn.fhir.context.FhirContext;
import io.hilum.agents.record.RecordKind;
import io.hilum.agents.record.RecordQuery;
import io.hilum.agents.record.RecordReader.Found;
import io.hilum.agents.record.fhir.RudeServer.Manner;
import io.hilum.agents.tool.ToolRefusal;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * {@link FhirRecord} against servers that misbehave. Each has one thread: what holds it
 * would hold all that follows.
 */
@ExtendWith(OutputCaptureExtension.class)
class RudeRecordIT {

	private static final String PATIENT = FhirContext.forR4Cached()
		.newJsonParser()
		.encodeResourceToString(Chart.irma());

	@Test
	void givesUpAServerThatSaysNothing(CapturedOutput output) throws Exception {
		try (RudeServer server = new RudeServer((out, number) -> pause());
				FhirRecord record = record(server, Duration.ofSeconds(5))) {
			assertThat(refusal(record)).isEqualTo("record_timeout");
			assertThat(refusal(record)).isEqualTo("record_timeout");
			await(() -> server.asked().size() == 2);
			assertThat(output.getAll()).doesNotContain("onErrorDropped", "Dropped, since nobody waits");
		}
	}

	@Test
	void givesUpAServerThatNeverEnds() throws Exception {
		Manner trickle = (out, number) -> {
			out.write("HTTP/1.1 200 OK\r\nContent-Type: application/fhir+json\r\n\r\n{"
				.getBytes(StandardCharsets.US_ASCII));
			while (true) {
				out.write(' ');
				out.flush();
				LockSupport.parkNanos(20_000_000);
			}
		};
		try (RudeServer server = new RudeServer(trickle); FhirRecord record = record(server, Duration.ofSeconds(2))) {
			assertThat(refusal(record)).isEqualTo("record_timeout");
			await(() -> server.left() == 1);
		}
	}

	@Test
	void readsNoAnswerWithoutEnd() throws Exception {
		Manner huge = (out, number) -> {
			out.write(
					"HTTP/1.1 200 OK\r\nContent-Type: application/fhir+json\r\n\r\n{\"resourceType\":\"Patient\",\"id\":\""
						.getBytes(StandardCharsets.US_ASCII));
			byte[] more = "x".repeat(65_536).getBytes(StandardCharsets.US_ASCII);
			while (true) {
				out.write(more);
			}
		};
		try (RudeServer server = new RudeServer(huge); FhirRecord record = record(server, Duration.ofSeconds(50))) {
			assertThat(refusal(record)).isEqualTo("record_too_large");
			await(() -> server.left() == 1);
		}
	}

	@ParameterizedTest
	@CsvSource({ "401 No,record_token_refused", "403 No,record_forbidden", "404 No,record_patient_unknown",
			"500 No,record_unavailable" })
	void readsNothingThatARefusalSays(String status, String code) throws Exception {
		Manner refuse = (out, number) -> {
			out.write(("HTTP/1.1 " + status + "\r\nContent-Type: application/fhir+xml\r\n\r\n<OperationOutcome")
				.getBytes(StandardCharsets.US_ASCII));
			while (true) {
				out.write(new byte[65_536]);
			}
		};
		try (RudeServer server = new RudeServer(refuse); FhirRecord record = record(server, Duration.ofSeconds(50))) {
			assertThat(refusal(record)).isEqualTo(code);
			assertThat(refusal(record)).isEqualTo(code);
			await(() -> server.left() == 2);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "X-More: x\r\n" })
	void readsNoHeadersWithoutEnd(String more) throws Exception {
		byte[] some = more.repeat(1000).getBytes(StandardCharsets.US_ASCII);
		Manner endless = (out, number) -> {
			out.write("HTTP/1.1 200 OK\r\nX-First: x\r\nX".getBytes(StandardCharsets.US_ASCII));
			while (true) {
				out.write(some);
			}
		};
		try (RudeServer server = new RudeServer(endless); FhirRecord record = record(server, Duration.ofSeconds(50))) {
			assertThat(refusal(record)).isEqualTo("record_unavailable");
			await(() -> server.left() == 1);
		}
	}

	@Test
	void takesNoTokenToAnotherHost() throws Exception {
		try (RudeServer other = new RudeServer((out, number) -> out.write(RudeServer.json("200 OK", "", PATIENT)));
				RudeServer server = new RudeServer((out, number) -> out
					.write(RudeServer.json("302 Found", "Location: " + other.url() + "/Patient/p1\r\n", "{}")));
				FhirRecord record = record(server, Duration.ofSeconds(50))) {
			assertThat(refusal(record)).isEqualTo("record_unavailable");
			assertThat(other.asked()).isEmpty();
		}
	}

	@Test
	void readsNoXml() throws Exception {
		String xml = "<Patient xmlns=\"http://hl7.org/fhir\"><id value=\"p1\"/></Patient>";
		byte[] answer = ("HTTP/1.1 200 OK\r\nContent-Type: application/fhir+xml\r\nConnection: close\r\nContent-Length: "
				+ xml.length() + "\r\n\r\n" + xml)
			.getBytes(StandardCharsets.US_ASCII);
		try (RudeServer server = new RudeServer((out, number) -> out.write(answer));
				FhirRecord record = record(server, Duration.ofSeconds(50))) {
			assertThat(refusal(record)).isEqualTo("record_unavailable");
			assertThat(server.asked()).hasSize(1)
				.allMatch((head) -> head.contains("Accept: application/fhir+json") && !head.contains("xml"));
		}
	}

	@Test
	void takesNoPageOfAnotherHost() throws Exception {
		try (RudeServer other = new RudeServer((out, number) -> out.write(RudeServer.json("200 OK", "", PATIENT)))) {
			String page = "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"link\":[{\"relation\":\"next\",\"url\":\""
					+ other.url() + "/next\"}],\"entry\":[]}";
			try (RudeServer server = new RudeServer(
					(out, number) -> out.write(RudeServer.json("200 OK", "", (number == 1) ? PATIENT : page)));
					FhirRecord record = record(server, Duration.ofSeconds(50))) {
				Found found = read(record).block(Duration.ofSeconds(60));
				assertThat(found).isNotNull();
				assertThat(found.more()).isTrue();
				assertThat(server.asked()).hasSize(2)
					.allMatch((head) -> head.contains("Bearer " + FhirHospital.AMELIA));
				assertThat(other.asked()).isEmpty();
			}
		}
	}

	@Test
	void believesNoOtherPatient() throws Exception {
		try (RudeServer server = new RudeServer(
				(out, number) -> out.write(RudeServer.json("200 OK", "", PATIENT.replace("\"p1\"", "\"p2\""))));
				FhirRecord record = record(server, Duration.ofSeconds(50))) {
			assertThat(refusal(record)).isEqualTo("record_patient_unknown");
		}
	}

	@Test
	void readsNoPatientThatWasReplaced() throws Exception {
		Patient replaced = Chart.irma();
		replaced.addLink().setType(LinkType.REPLACEDBY).setOther(new Reference("Patient/p7"));
		try (RudeServer server = new RudeServer(
				(out, number) -> out.write(RudeServer.json("200 OK", "", json(replaced))));
				FhirRecord record = record(server, Duration.ofSeconds(50))) {
			assertThat(refusal(record)).isEqualTo("record_patient_replaced");
			assertThat(server.asked()).hasSize(1);
		}
	}

	@Test
	void saysOfEachEntryThatThePatientIsNotInUse() throws Exception {
		Bundle page = new Bundle();
		page.addEntry().setResource(Chart.creatinine("o1", "Patient/p1"));
		try (RudeServer server = new RudeServer((out, number) -> out
			.write(RudeServer.json("200 OK", "", json((number == 1) ? Chart.irma().setActive(false) : page))));
				FhirRecord record = record(server, Duration.ofSeconds(50))) {
			Found found = read(record).block(Duration.ofSeconds(60));
			assertThat(found).isNotNull();
			assertThat(found.entries().getFirst().text().reveal()).contains("value: 1.40 mg/dL\n",
					"caution: the record system says that the entry of this patient is not in use\n");
		}
	}

	private static String json(Resource resource) {
		return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource);
	}

	@Test
	void logsNothingThatItSays(CapturedOutput output) throws Exception {
		for (String said : List.of("Irma Peter, MRN 964741",
				"{\"resourceType\":\"Patient\",\"id\":\"964741\",\"birthDate\":\"Irma\"}",
				"{\"resourceType\":\"Patient\",\"Irma\":\"964741\",\"gender\":\"Irma\"}")) {
			for (String status : List.of("200 OK", "500 Irma Peter", "422 Irma Peter")) {
				try (RudeServer server = new RudeServer((out, number) -> out.write(RudeServer.json(status, "", said)));
						FhirRecord record = record(server, Duration.ofSeconds(50))) {
					assertThat(refusal(record)).isIn("record_unavailable", "record_patient_unknown");
				}
			}
		}
		assertThat(output.getAll()).contains("The record system could not be read")
			.doesNotContain("Irma", "964741", "p1", FhirHospital.AMELIA);
	}

	@Test
	void refusesWhatIsBeyondItsThreads() throws Exception {
		try (RudeServer server = new RudeServer((out, number) -> pause());
				FhirRecord record = record(server, Duration.ofSeconds(3))) {
			List<Mono<String>> all = new ArrayList<>();
			for (int i = 0; i < 4; i++) {
				all.add(read(record).map(Object::toString)
					.onErrorResume(ToolRefusal.class, (refused) -> Mono.just(refused.code())));
			}
			List<String> codes = reactor.core.publisher.Flux.merge(all).collectList().block(Duration.ofSeconds(60));
			assertThat(codes).containsExactlyInAnyOrder("record_busy", "record_busy", "record_timeout",
					"record_timeout");
		}
	}

	private static void pause() throws IOException {
		try {
			Thread.sleep(Duration.ofSeconds(60));
		}
		catch (InterruptedException ex) {
			throw new IOException(ex);
		}
	}

	private static void await(java.util.function.BooleanSupplier condition) {
		long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
			LockSupport.parkNanos(1_000_000);
		}
	}

	private static String refusal(FhirRecord record) {
		return catchThrowableOfType(ToolRefusal.class, () -> read(record).block(Duration.ofSeconds(60))).code();
	}

	private static Mono<Found> read(FhirRecord record) {
		return record.read(new RecordQuery(RecordKind.OBSERVATION, 5, null, null, null),
				FhirRecordIT.access(FhirHospital.AMELIA));
	}

	private static FhirRecord record(RudeServer server, Duration time) {
		return new FhirRecord(new FhirProperties(URI.create(server.url()), false, Duration.ofSeconds(20),
				Duration.ofSeconds(30), time, 4, DataSize.ofMegabytes(1), 1, 1), Clock.systemUTC());
	}

}
