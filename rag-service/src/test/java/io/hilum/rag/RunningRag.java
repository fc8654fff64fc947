package io.hilum.rag;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.hilum.parts.Parts;
import io.hilum.parts.PostgresPart;
import io.hilum.rag.read.Samples;
import io.hilum.trust.context.ContextKey;
import io.hilum.trust.context.ContextSigner;
import io.hilum.trust.context.ServiceContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The service itself on a real database, spoken to as the gateway speaks to it.
 */
public final class RunningRag implements AutoCloseable {

	/**
	 * How long anything may take here.
	 */
	public static final Duration PATIENCE = Duration.ofSeconds(180);

	private static final JsonMapper JSON = JsonMapper.shared();

	/**
	 * The master key.
	 */
	public static final String MASTER = Base64.getEncoder()
		.encodeToString(Samples.bytes("0123456789abcdef0123456789ABCDEF"));

	private static final String KEY = ContextKey.derive(MASTER, "gateway-service", "rag-service");

	private final PostgresPart database;

	private final ConfigurableApplicationContext context;

	private final ContextSigner signer = new ContextSigner("gateway-service",
			Map.of("rag-service", ContextKey.parse(KEY)), Clock.systemUTC());

	private final URI url;

	private final WebTestClient client;

	private RunningRag(PostgresPart database, List<String> options) {
		this.database = database;
		this.context = RagApplication.application().run(arguments(database, options));
		String port = String.valueOf(this.context.getEnvironment().getProperty("local.server.port"));
		this.url = URI.create("http://localhost:" + port);
		this.client = WebTestClient.bindToServer()
			.baseUrl(this.url.toString())
			.responseTimeout(PATIENCE)
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(16 << 20))
			.build();
	}

	/**
	 * Start the service on a new database and wait until it is ready.
	 * @param options options as on a command line
	 * @return the running service
	 */
	public static RunningRag start(String... options) {
		return start(Parts.postgres().newDatabase("rag"), options);
	}

	/**
	 * Start the service on a database and wait until it is ready.
	 * @param database the database
	 * @param options options as on a command line
	 * @return the running service
	 */
	public static RunningRag start(PostgresPart database, String... options) {
		RunningRag rag = new RunningRag(database, Arrays.asList(options));
		await().atMost(PATIENCE)
			.until(() -> rag.client.get()
				.uri("/actuator/health/readiness")
				.exchange()
				.returnResult(Void.class)
				.getStatus()
				.is2xxSuccessful());
		return rag;
	}

	private static String[] arguments(PostgresPart database, List<String> options) {
		Map<String, String> arguments = new LinkedHashMap<>();
		arguments.put("server.port", "0");
		arguments.put("spring.r2dbc.url", database.r2dbcUrl());
		arguments.put("spring.r2dbc.username", database.username());
		arguments.put("spring.r2dbc.password", database.password());
		arguments.put("spring.flyway.url", database.jdbcUrl());
		arguments.put("spring.kafka.bootstrap-servers", "localhost:1");
		arguments.put("spring.r2dbc.pool.max-acquire-time", "60s");
		arguments.put("hilum.encryption.master", MASTER);
		arguments.put("hilum.context.accept.gateway-service", KEY);
		arguments.put("hilum.journal.directory", temporary().toString());
		arguments.put("hilum.ingest.poll", "100ms");
		arguments.put("logging.structured.format.console", "");
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
			return Files.createTempDirectory("rag-journal");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Where the service listens.
	 * @return its URL
	 */
	public URI url() {
		return this.url;
	}

	/**
	 * The database that the service runs on.
	 * @return the database
	 */
	public PostgresPart database() {
		return this.database;
	}

	/**
	 * A bean of the service.
	 * @param type its type
	 * @param <T> its type
	 * @return the bean
	 */
	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	/**
	 * Speak to the service without any context.
	 * @return a client
	 */
	public WebTestClient anonymous() {
		return this.client;
	}

	/**
	 * Send a request.
	 * @param caller on whose behalf
	 * @param method the method
	 * @param path the path
	 * @param body the body, written as JSON, or an empty map for none
	 * @return the answer
	 */
	public Answer send(ServiceContext caller, HttpMethod method, String path, Map<String, ?> body) {
		WebTestClient.RequestBodySpec request = this.client.method(method)
			.uri(path)
			.header(ServiceContext.HEADER, sign(caller));
		if (!body.isEmpty()) {
			request.contentType(MediaType.APPLICATION_JSON).bodyValue(JSON.writeValueAsBytes(body));
		}
		return answer(request.exchange());
	}

	/**
	 * Make a collection.
	 * @param name its name
	 * @param access its access list
	 */
	public void createCollection(String name, Map<String, List<String>> access) {
		Answer answer = send(Callers.ADMIN, HttpMethod.POST, "/v1/collections", Map.of("name", name, "access", access));
		assertThat(answer.status()).isEqualTo(201);
	}

	/**
	 * Upload a file as a form.
	 * @param caller on whose behalf
	 * @param collection the collection
	 * @param fileName its name
	 * @param type its media type
	 * @param content its bytes
	 * @return the answer
	 */
	public Answer upload(ServiceContext caller, String collection, String fileName, String type, byte[] content) {
		MultipartBodyBuilder form = new MultipartBodyBuilder();
		form.part("file", content, MediaType.parseMediaType(type)).filename(fileName);
		return answer(this.client.post()
			.uri("/v1/collections/{name}/documents", collection)
			.header(ServiceContext.HEADER, sign(caller))
			.body(BodyInserters.fromMultipartData(form.build()))
			.exchange());
	}

	/**
	 * Upload a file and wait for its end.
	 * @param collection the collection
	 * @param fileName its name
	 * @param type its media type
	 * @param content its bytes
	 * @return what is known of the document
	 */
	public JsonNode ingest(String collection, String fileName, String type, byte[] content) {
		Answer answer = upload(Callers.ADMIN, collection, fileName, type, content);
		assertThat(answer.status()).as("%s", answer.body()).isEqualTo(202);
		return awaitEnd(collection, answer.body().get("id").asString());
	}

	/**
	 * Wait until a document is ready or failed.
	 * @param collection the collection
	 * @param id the document
	 * @return what is known of the document
	 */
	public JsonNode awaitEnd(String collection, String id) {
		String path = "/v1/collections/" + collection + "/documents/" + id;
		return await().atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(100))
			.until(() -> send(Callers.ADMIN, HttpMethod.GET, path, Map.of()).body(),
					(document) -> List.of("ready", "failed").contains(document.get("status").asString()));
	}

	/**
	 * Search.
	 * @param caller on whose behalf
	 * @param query the question
	 * @param collections the collections
	 * @return the answer
	 */
	public Answer search(ServiceContext caller, String query, String... collections) {
		return send(caller, HttpMethod.POST, "/v1/search",
				Map.of("collections", List.of(collections), "query", query, "limit", 5));
	}

	/**
	 * What the gateway would send along.
	 * @param caller on whose behalf
	 * @return the signed context
	 */
	public String sign(ServiceContext caller) {
		return this.signer.sign(caller, "rag-service");
	}

	private static Answer answer(WebTestClient.ResponseSpec response) {
		EntityExchangeResult<byte[]> result = response.expectBody(byte[].class).returnResult();
		byte[] body = result.getResponseBody();
		return new Answer(result.getStatus().value(),
				(body != null && body.length > 0) ? JSON.readTree(body) : JSON.createObjectNode(),
				result.getResponseHeaders().getFirst("Retry-After"));
	}

	@Override
	public void close() {
		this.context.close();
	}

	/**
	 * An answer of the service.
	 *
	 * @param status the HTTP status
	 * @param body the body, or an empty object
	 * @param retryAfter the header of that name, or {@code null}
	 */
	public record Answer(int status, JsonNode body, @org.jspecify.annotations.Nullable String retryAfter) {

		/**
		 * The code of the error.
		 * @return the code
		 */
		public String code() {
			return this.body.at("/error/code").asString();
		}

		/**
		 * The texts of the passages.
		 * @return the texts, best first
		 */
		public List<String> texts() {
			List<String> texts = new ArrayList<>();
			this.body.get("passages").forEach((passage) -> texts.add(passage.get("text").asString()));
			return texts;
		}

	}

}
