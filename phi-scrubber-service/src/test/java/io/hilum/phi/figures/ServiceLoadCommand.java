package io.hilum.phi.figures;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.hilum.trust.context.ContextKey;
import io.hilum.trust.context.ContextSigner;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * Starts the service in a process of its own, asks it over HTTP by many clients at once
 * with longer and longer texts, and prints what it takes of processor and memory, as
 * Linux counts them: {@code ServiceLoadCommand JAVA ARGUMENT...} is the command to start
 * it.
 */
final class ServiceLoadCommand {

	private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

	/** About how many thousands of characters are sent for each length. */
	private static final int ROUND = Integer.getInteger("hilum.round", 8000);

	/** Characters in thousands and clients. */
	private static final int[][] STEPS = { { 1, 16 }, { 8, 16 }, { 64, 8 }, { 256, 4 }, { 1000, 8 }, { 1900, 16 } };

	/** A length is left out if a round has not this many of it. */
	private static final int LEAST = 4;

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final Process service;

	private final URI uri;

	private final HttpClient http;

	private ServiceLoadCommand(Process service, int port, HttpClient http) {
		this.service = service;
		this.uri = URI.create("http://localhost:" + port);
		this.http = http;
	}

	public static void main(String[] args) throws Exception {
		int port = freePort();
		List<String> command = new ArrayList<>(List.of(args));
		command.add("--server.port=" + port);
		ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.redirectError(ProcessBuilder.Redirect.INHERIT);
		builder.environment()
			.putAll(Map.of("HILUM_PSEUDONYM_MASTER", KEY, "HILUM_CONTEXT_KEY_GATEWAY_PHI_SCRUBBER", KEY,
					"HILUM_CONTEXT_KEY_RAG_PHI_SCRUBBER", KEY, "HILUM_SCRUB_TIMEOUT", "60s"));
		Process service = builder.start();
		try (HttpClient http = HttpClient.newHttpClient()) {
			new ServiceLoadCommand(service, port, http).run();
		}
		finally {
			service.destroy();
			service.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private void run() throws Exception {
		awaitReady();
		System.out.printf(Locale.ROOT, "ready: %d MB%n", status("VmRSS"));
		load(1, 16);
		load(8, 16);
		System.out.println("| Characters | Clients | Requests/s | CPU ms for 1,000 | Memory MB |");
		System.out.println("| ---: | ---: | ---: | ---: | ---: |");
		for (int[] step : STEPS) {
			if (step[0] * LEAST <= ROUND) {
				measure(step[0], step[1]);
			}
		}
		System.out.printf(Locale.ROOT, "most at any time: %d MB%n", status("VmHWM"));
	}

	private void measure(int thousands, int clients) throws Exception {
		Duration before = cpu();
		long start = System.nanoTime();
		int requests = load(thousands, clients);
		double seconds = (System.nanoTime() - start) / 1e9;
		double milliseconds = cpu().minus(before).toNanos() / 1e6;
		System.out.printf(Locale.ROOT, "| %,d | %d | %.1f | %.2f | %d |%n", thousands * 1000, clients,
				requests / seconds, milliseconds / (requests * thousands), status("VmRSS"));
	}

	private void awaitReady() throws Exception {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (System.nanoTime() < end && this.service.isAlive()) {
			try {
				HttpRequest ready = HttpRequest.newBuilder(this.uri.resolve("/actuator/health/readiness")).build();
				if (this.http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
					return;
				}
			}
			catch (IOException ex) {
				TimeUnit.MILLISECONDS.sleep(200);
			}
		}
		throw new IOException("the service does not get ready");
	}

	private int load(int thousands, int clients) throws Exception {
		String body = JsonMapper.shared()
			.writeValueAsString(Map.of("mode", "pseudonymise", "texts", List.of(BenchmarkText.of(thousands * 1000))));
		int each = Math.max(1, ROUND / thousands / clients);
		try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
			List<Callable<Void>> work = IntStream.range(0, clients)
				.<Callable<Void>>mapToObj((client) -> () -> send(body, each))
				.toList();
			for (Future<Void> done : threads.invokeAll(work)) {
				done.get();
			}
		}
		return each * clients;
	}

	private Void send(String body, int times) throws IOException, InterruptedException {
		for (int i = 0; i < times; i++) {
			HttpResponse<Void> response = this.http.send(HttpRequest.newBuilder(this.uri.resolve("/v1/scrub"))
				.header(ServiceContext.HEADER, context())
				.header("Content-Type", "application/json")
				.POST(HttpRequest.BodyPublishers.ofString(body))
				.build(), HttpResponse.BodyHandlers.discarding());
			if (response.statusCode() != 200) {
				throw new IOException("expected 200, got " + response.statusCode());
			}
		}
		return null;
	}

	private Duration cpu() {
		return this.service.toHandle().info().totalCpuDuration().orElseThrow();
	}

	/** A size in MB that Linux tells of the process. */
	private long status(String field) throws IOException {
		return Files.readAllLines(Path.of("/proc/" + this.service.pid() + "/status"))
			.stream()
			.filter((line) -> line.startsWith(field + ":"))
			.map((line) -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
			.findFirst()
			.orElseThrow();
	}

	private static String context() {
		ContextSigner signer = new ContextSigner("gateway-service",
				Map.of("phi-scrubber-service", ContextKey.parse(KEY)), Clock.systemUTC());
		return signer.sign(new ServiceContext("req-1", "https://idp|bench", List.of("Clinician"), "bench", null, null,
				"treatment", PhiState.RAW, "p1", "c1"), "phi-scrubber-service");
	}

}
