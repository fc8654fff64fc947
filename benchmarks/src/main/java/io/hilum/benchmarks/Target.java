package io.hilum.benchmarks;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An address that is measured. Every prompt is another one, so that no cache answers.
 *
 * @param name the name in the report
 * @param address the base address, to which {@code /chat/completions} is added
 * @param key the bearer token
 * @param model the model to ask for
 */
record Target(String name, String address, String key, String model) {

	private static final AtomicLong NONCE = new AtomicLong(System.nanoTime());

	private static final String BODY = """
			{"model":"%s","stream":%s,"messages":[{"role":"system","content":"You help clinicians."},\
			{"role":"user","content":"Visit %d. Mrs. Irma Peter (MRN 964741, born 02/16/1957, phone 626-629-5722) was seen \
			for dyspnea. %s What is to be done next?"}]}""";

	private static final String NOTE = "She takes lisinopril 10 mg daily and has a temperature of 98.6. ".repeat(10);

	HttpRequest request(boolean stream) {
		String body = BODY.formatted(this.model, stream, NONCE.incrementAndGet(), NOTE);
		return HttpRequest.newBuilder(URI.create(this.address + "/chat/completions"))
			.timeout(Duration.ofSeconds(60))
			.header("authorization", "Bearer " + this.key)
			.header("content-type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
	}

}
