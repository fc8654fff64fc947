package io.hilum.rag;

import java.util.List;
import java.util.Map;

import io.hilum.rag.read.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What reaches the log when everything is logged: nothing that a patient could be known
 * by, whatever the request and whether it succeeds.
 */
@ExtendWith(OutputCaptureExtension.class)
class LogsIT {

	private static final String CANARY = "Quillfeather";

	@Test
	void logsNoTextOfPatients(CapturedOutput output) {
		try (RunningRag rag = RunningRag.start("logging.level.org.springframework.web=TRACE",
				"logging.level.org.springframework.http=TRACE", "logging.level.io.r2dbc=DEBUG",
				"logging.level.io.hilum=TRACE", "logging.level.org.apache.lucene=DEBUG")) {
			rag.createCollection("logged", Map.of("roles", List.of("Clinician")));
			rag.ingest("logged", CANARY + ".md", "text/markdown",
					Samples.bytes("# " + CANARY + "\n\n" + CANARY + " came."));
			rag.ingest("logged", CANARY + ".pdf", "application/pdf", Samples.bytes("%PDF-1.4 " + CANARY));
			rag.upload(Callers.ADMIN, "logged", CANARY + ".xyz", "image/png", Samples.bytes(CANARY));
			assertThat(rag.search(Callers.CLINICIAN, "Who is " + CANARY + "?", "logged").texts()).isNotEmpty();
			rag.search(Callers.BILLING, CANARY, "logged");
			rag.search(Callers.CLINICIAN, CANARY.repeat(1000), "logged");
			rag.send(Callers.CLINICIAN, HttpMethod.POST, "/v1/search", Map.of("query", List.of(CANARY)));
			rag.send(Callers.ADMIN, HttpMethod.GET, "/v1/collections/logged/documents", Map.of());
			assertThat(rag.meters()).contains("hilum_rag_search_seconds", "hilum_rag_ingest_seconds")
				.doesNotContain(CANARY);
		}
		assertThat(output.getAll()).contains("SearchV1[REDACTED]").doesNotContain(CANARY);
	}

}
