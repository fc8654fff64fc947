package io.hilum.rag;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.hilum.architecture.service.StartedService;
import io.hilum.parts.Parts;
import io.hilum.parts.PostgresPart;
import io.hilum.rag.hold.HoldingPortal;
import io.hilum.rag.read.Samples;
import io.hilum.trust.context.ContextKey;
import io.hilum.trust.context.ContextSigner;
import io.hilum.trust.context.ServiceContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
public final class RunningRag extends StartedService {

	private static final JsonMapper JSON = JsonMapper.shared();

	/**
	 * The master key.
	 */
	public static final String MASTER = Base64.getEncoder()
		.encodeToString(Samples.bytes("0123456789abcdef0123456789ABCDEF"));

	private static final String KEY = ContextKey.derive(MASTER, "gateway-service", "rag-service");

	private final PostgresPart database;

	private final ContextSigner signer = new ContextSigner("gateway-service",
			Map.of("rag-service", ContextKey.parse(KEY)), Clock.systemUTC());

	private RunningRag(PostgresPart database, String... options) {
		super(RagApplication.application(), properties(database), options);
		this.database = database;
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
		return new RunningRag(database, options);
	}

	private static Map<String, String> properties(PostgresPart database) {
		Map<String, String> properties = new HashMap<>(database.properties());
		properties.put("hilum.encryption.master", MASTER);
		properties.put("hilum.context.accept.gateway-service", KEY);
		properties.put("hilum.context.issue.portal-service", HoldingPortal.KEY);
		properties.put("hilum.holds.portal-url", HoldingPortal.shared().url());
		properties.put("hilum.ingest.poll", "100ms");
		return properties;
	}

	/**
	 * The database that the service runs on.
	 * @return the database
	 */
	public PostgresPart database() {
		return this.database;
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
		WebTestClient.RequestBodySpec request = anonymous().method(method)
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
		return answer(anonymous().post()
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
