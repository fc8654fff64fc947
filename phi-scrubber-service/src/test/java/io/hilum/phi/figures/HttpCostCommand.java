package io.hilum.phi.figures;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.sun.management.OperatingSystemMXBean;
import io.hilum.phi.PhiScrubberApplication;
import io.hilum.trust.context.ContextKey;
import io.hilum.trust.context.ContextSigner;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * Prints the CPU time of a thousand characters through the service's HTTP. It is that of
 * the whole process: the client is in it, so the service takes less.
 */
final class HttpCostCommand {

	private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

	private static final OperatingSystemMXBean PROCESS = (OperatingSystemMXBean) ManagementFactory
		.getOperatingSystemMXBean();

	private HttpCostCommand() {
	}

	public static void main(String[] args) throws IOException, InterruptedException {
		try (ConfigurableApplicationContext service = PhiScrubberApplication.application()
			.run("--server.port=0", "--HILUM_PSEUDONYM_MASTER=" + KEY,
					"--HILUM_CONTEXT_KEY_GATEWAY_PHI_SCRUBBER=" + KEY, "--HILUM_CONTEXT_KEY_RAG_PHI_SCRUBBER=" + KEY,
					"--logging.level.root=warn");
				HttpClient http = HttpClient.newHttpClient()) {
			URI uri = URI.create("http://localhost:" + service.getEnvironment().getRequiredProperty("local.server.port")
					+ "/v1/scrub");
			for (int thousands : new int[] { 1, 8, 64 }) {
				int requests = 2400 / thousands;
				send(http, uri, thousands, requests);
				long before = PROCESS.getProcessCpuTime();
				long start = System.nanoTime();
				send(http, uri, thousands, requests);
				double characters = 1000.0 * requests * thousands;
				System.out.printf(Locale.ROOT,
						"HTTP, %d thousand characters: %.3f ms of CPU per 1,000, %.0f requests/s%n", thousands,
						(PROCESS.getProcessCpuTime() - before) / 1e3 / characters,
						requests * 1e9 / (System.nanoTime() - start));
			}
		}
	}

	private static void send(HttpClient http, URI uri, int thousands, int requests)
			throws IOException, InterruptedException {
		String body = JsonMapper.shared()
			.writeValueAsString(Map.of("mode", "pseudonymise", "texts", List.of(BenchmarkText.of(thousands * 1000))));
		for (int i = 0; i < requests; i++) {
			HttpResponse<Void> response = http.send(HttpRequest.newBuilder(uri)
				.header(ServiceContext.HEADER, context())
				.header("Content-Type", "application/json")
				.POST(HttpRequest.BodyPublishers.ofString(body))
				.build(), HttpResponse.BodyHandlers.discarding());
			if (response.statusCode() != 200) {
				throw new IOException("expected 200, got " + response.statusCode());
			}
		}
	}

	private static String context() {
		ContextSigner signer = new ContextSigner("gateway-service",
				Map.of("phi-scrubber-service", ContextKey.parse(KEY)), Clock.systemUTC());
		return signer.sign(new ServiceContext("req-1", "https://idp|bench", List.of("Clinician"), "bench", null, null,
				"treatment", PhiState.RAW, "p1", "c1"), "phi-scrubber-service");
	}

}
