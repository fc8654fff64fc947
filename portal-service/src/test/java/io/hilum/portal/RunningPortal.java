package io.hilum.portal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.hilum.architecture.contract.OpenApi;
import io.hilum.architecture.service.StartedService;
import io.hilum.parts.Parts;
import io.hilum.parts.PostgresPart;
import io.hilum.trust.context.ContextKey;
import io.hilum.trust.context.ContextSigner;
import io.hilum.trust.context.ServiceContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The service itself on a real database, spoken to as the gateway speaks to it. Every
 * answer is held against the contract.
 */
public final class RunningPortal extends StartedService {

	/**
	 * A master key.
	 */
	public static final String MASTER = Base64.getEncoder()
		.encodeToString("0123456789abcdef0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII));

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String KEY = ContextKey.derive(MASTER, "gateway-service", "portal-service");

	private static final OpenApi CONTRACT = OpenApi.of("portal-v1");

	private final PostgresPart database;

	private final ContextSigner signer = new ContextSigner("gateway-service",
			Map.of("portal-service", ContextKey.parse(KEY)), Clock.systemUTC());

	private RunningPortal(PostgresPart database, String... options) {
		super(PortalApplication.application().initializers(RunningPortal::withLoopsOfItsOwn), properties(database),
				options);
		this.database = database;
	}

	/**
	 * The service that tests share who need nothing special.
	 * @return the running service, which nobody closes
	 */
	public static RunningPortal shared() {
		return Shared.PORTAL;
	}

	/**
	 * Start the service on a new database and wait until it is ready.
	 * @param options options as on a command line
	 * @return the running service
	 */
	public static RunningPortal start(String... options) {
		return start(Parts.postgres().newDatabase("portal"), options);
	}

	/**
	 * Start the service on a database and wait until it is ready.
	 * @param database the database
	 * @param options options as on a command line
	 * @return the running service
	 */
	public static RunningPortal start(PostgresPart database, String... options) {
		return new RunningPortal(database, options);
	}

	/**
	 * Whoever ends the loops that all share ends the others too.
	 */
	private static void withLoopsOfItsOwn(ConfigurableApplicationContext context) {
		((GenericApplicationContext) context).registerBean("reactorResourceFactory", ReactorResourceFactory.class,
				() -> {
					ReactorResourceFactory resources = new ReactorResourceFactory();
					resources.setUseGlobalResources(false);
					return resources;
				});
	}

	private static Map<String, String> properties(PostgresPart database) {
		Map<String, String> properties = new HashMap<>(database.properties());
		properties.put("hilum.encryption.master", MASTER);
		properties.put("hilum.context.accept.gateway-service", KEY);
		properties.put("hilum.context.accept.rag-service", ContextKey.derive(MASTER, "rag-service", "portal-service"));
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
	 * @param path the path below {@code /v1/portal}
	 * @param body the body, written as JSON, or an empty map for none
	 * @return the answer, which is as the contract says
	 */
	public Answer send(ServiceContext caller, HttpMethod method, String path,
			Map<String, ? extends @Nullable Object> body) {
		WebTestClient.RequestBodySpec request = anonymous().method(method)
			.uri(URI.create(url() + "/v1/portal" + path))
			.header(ServiceContext.HEADER, sign(caller));
		if (!body.isEmpty()) {
			request.contentType(MediaType.APPLICATION_JSON).bodyValue(JSON.writeValueAsBytes(body));
		}
		Answer answer = answer(request.exchange());
		String type = String.valueOf(answer.headers().getContentType());
		if (answer.status() != 204 && type.startsWith("application/json")) {
			assertThat(CONTRACT.errors(method.name(), "/v1/portal" + path.replaceFirst("\\?.*", ""), answer.status(),
					answer.text()))
				.as("%s %s: %s", method, path, answer.status())
				.isEmpty();
		}
		return answer;
	}

	/**
	 * Ask for something.
	 * @param caller on whose behalf
	 * @param path the path below {@code /v1/portal}
	 * @return the answer
	 */
	public Answer get(ServiceContext caller, String path) {
		return send(caller, HttpMethod.GET, path, Map.of());
	}

	/**
	 * Begin a conversation.
	 * @param caller on whose behalf
	 * @param title its title
	 * @return its id
	 */
	public String begin(ServiceContext caller, String title) {
		Answer answer = send(caller, HttpMethod.POST, "/conversations", Map.of("title", title));
		assertThat(answer.status()).isEqualTo(201);
		return answer.body().get("id").asString();
	}

	/**
	 * Append a message.
	 * @param caller on whose behalf
	 * @param conversation the conversation
	 * @param parent what it follows, {@code null} for a beginning
	 * @param role who speaks
	 * @param text what is said
	 * @return its id
	 */
	public String say(ServiceContext caller, String conversation, @Nullable String parent, String role, String text) {
		Map<String, @Nullable Object> body = new HashMap<>();
		body.put("id", UUID.randomUUID().toString());
		body.put("parent", parent);
		body.put("role", role);
		body.put("text", text);
		Answer answer = send(caller, HttpMethod.POST, "/conversations/" + conversation + "/messages", body);
		assertThat(answer.status()).as(answer.text()).isEqualTo(201);
		return answer.body().get("id").asString();
	}

	/**
	 * What the gateway would send along.
	 * @param caller on whose behalf
	 * @return the signed context
	 */
	public String sign(ServiceContext caller) {
		return this.signer.sign(caller, "portal-service");
	}

	private static Answer answer(WebTestClient.ResponseSpec response) {
		EntityExchangeResult<byte[]> result = response.expectBody(byte[].class).returnResult();
		byte[] body = result.getResponseBody();
		return new Answer(result.getStatus().value(), (body != null) ? new String(body, StandardCharsets.UTF_8) : "",
				result.getResponseHeaders());
	}

	/**
	 * An answer of the service.
	 *
	 * @param status the HTTP status
	 * @param text the body
	 * @param headers the headers
	 */
	public record Answer(int status, String text, HttpHeaders headers) {

		/**
		 * The body as JSON.
		 * @return the body, or an empty object
		 */
		public JsonNode body() {
			return this.text.isEmpty() ? JSON.createObjectNode() : JSON.readTree(this.text);
		}

		/**
		 * The code of the error.
		 * @return the code
		 */
		public String code() {
			return body().at("/error/code").asString();
		}

		/**
		 * The values of a field of all entries of a list.
		 * @param field the field
		 * @return its values
		 */
		public List<String> each(String field) {
			return body().get("data").valueStream().map((entry) -> entry.path(field).asString("")).toList();
		}

		/**
		 * Where the list goes on.
		 * @return the cursor, or {@code null} at the end
		 */
		public @Nullable String cursor() {
			JsonNode cursor = body().get("cursor");
			return (cursor == null || cursor.isNull()) ? null : cursor.asString();
		}

	}

	/**
	 * Starts the shared service when somebody needs it.
	 */
	private static final class Shared {

		static final RunningPortal PORTAL = start();

	}

}
