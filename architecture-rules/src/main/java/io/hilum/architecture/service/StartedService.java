package io.hilum.architecture.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.awaitility.Awaitility.await;

/**
 * A service that listens on a port of its own and is ready. Whoever needs a broker names
 * it; a machine that is busy has time.
 */
public class StartedService implements AutoCloseable {

	/**
	 * How long anything may take here.
	 */
	public static final Duration PATIENCE = Duration.ofSeconds(180);

	private static final int LARGEST_ANSWER = 64 << 20;

	private final ConfigurableApplicationContext context;

	private final URI url;

	private final WebTestClient client;

	/**
	 * Start a service and wait until it is ready.
	 * @param application the service
	 * @param properties what it is told
	 * @param options what it is told by a single test, each as {@code name=value}; these
	 * come before the properties
	 */
	protected StartedService(SpringApplicationBuilder application, Map<String, String> properties, String... options) {
		this.context = application.run(arguments(properties, options));
		this.url = URI
			.create("http://localhost:" + this.context.getEnvironment().getRequiredProperty("local.server.port"));
		this.client = WebTestClient.bindToServer()
			.baseUrl(this.url.toString())
			.responseTimeout(PATIENCE)
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
			.build();
		await().atMost(PATIENCE).until(this::isReady);
	}

	private boolean isReady() {
		return this.client.get()
			.uri("/actuator/health/readiness")
			.exchange()
			.returnResult(Void.class)
			.getStatus()
			.is2xxSuccessful();
	}

	private static String[] arguments(Map<String, String> properties, String... options) {
		Map<String, String> arguments = new LinkedHashMap<>();
		arguments.put("server.port", "0");
		arguments.put("spring.kafka.bootstrap-servers", "localhost:1");
		arguments.put("spring.r2dbc.pool.max-acquire-time", "60s");
		arguments.put("hilum.journal.directory", temporary().toString());
		arguments.put("logging.structured.format.console", "");
		arguments.putAll(properties);
		for (String option : options) {
			int equals = option.indexOf('=');
			arguments.put(option.substring(0, equals), option.substring(equals + 1));
		}
		return arguments.entrySet()
			.stream()
			.map((argument) -> "--" + argument.getKey() + "=" + argument.getValue())
			.toArray(String[]::new);
	}

	private static Path temporary() {
		try {
			return Files.createTempDirectory("journal");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Where the service listens.
	 * @return its URL
	 */
	public final URI url() {
		return this.url;
	}

	/**
	 * A bean of the service.
	 * @param type its type
	 * @param <T> its type
	 * @return the bean
	 */
	public final <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	/**
	 * Speak to the service without any context.
	 * @return a client
	 */
	public final WebTestClient anonymous() {
		return this.client;
	}

	/**
	 * What the service tells those who watch it.
	 * @return its meters, as Prometheus reads them
	 */
	public final String meters() {
		byte[] meters = this.client.get()
			.uri("/actuator/prometheus")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseBodyContent();
		return (meters != null) ? new String(meters, StandardCharsets.UTF_8) : "";
	}

	@Override
	public void close() {
		this.context.close();
	}

}
