package io.hilum.usage;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.hilum.architecture.EventLoops;
import io.hilum.architecture.contract.OpenApi;
import io.hilum.parts.Parts;
import io.hilum.parts.PostgresPart;
import io.hilum.trust.context.ContextKey;
import io.hilum.trust.context.ContextSigner;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole service on real parts, as its own main method starts it.
 */
public final class RunningService implements AutoCloseable {

	/**
	 * An administrator.
	 */
	public static final ServiceContext ADMIN = caller("idp|ada", "platform", null, "Admin");

	/**
	 * A clinician.
	 */
	public static final ServiceContext AMELIA = caller("idp|amelia", "cardiology", null, "Clinician");

	/**
	 * A billing clerk.
	 */
	public static final ServiceContext BO = caller("idp|bo", "revenue", null, "Billing");

	/**
	 * A busy machine may stop all of this for seconds; few tests are about a slow part.
	 */
	private static final List<String> PATIENT = List.of("--hilum.outbox.publish-timeout=30s",
			"--spring.r2dbc.pool.max-acquire-time=60s", "--spring.r2dbc.pool.max-create-connection-time=60s",
			"--spring.kafka.producer.properties.max.block.ms=30000",
			"--spring.kafka.producer.properties.request.timeout.ms=20000",
			"--spring.kafka.producer.properties.delivery.timeout.ms=40000");

	/**
	 * What is published behind an answer need not wait for a second, nor need clients of
	 * Kafka print all of their settings.
	 */
	private static final List<String> BRISK = List.of("--hilum.outbox.poll-interval=100ms",
			"--logging.level.org.apache.kafka=warn");

	private static final OpenApi CONTRACT = OpenApi.of("usage-v1");

	private static final String KEY = Base64.getEncoder()
		.encodeToString("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));

	private final ConfigurableApplicationContext context;

	private final ContextSigner signer = new ContextSigner("gateway-service",
			Map.of("usage-service", ContextKey.parse(KEY)), Clock.systemUTC());

	private RunningService(ConfigurableApplicationContext context) {
		this.context = context;
	}

	/**
	 * Start the service.
	 * @param database its database
	 * @param home where it keeps its files
	 * @param more further properties, such as {@code --hilum.audit.seal-interval=1h}
	 * @return the running service
	 */
	public static RunningService start(PostgresPart database, Path home, String... more) {
		return start(UsageApplication.application(), database, home, more);
	}

	/**
	 * Start the service with changes.
	 * @param application the application, changed
	 * @param database its database
	 * @param home where it keeps its files
	 * @param more further properties
	 * @return the running service
	 */
	public static RunningService start(SpringApplicationBuilder application, PostgresPart database, Path home,
			String... more) {
		List<String> args = new ArrayList<>(List.of("--server.port=0", "--spring.r2dbc.url=" + database.r2dbcUrl(),
				"--spring.r2dbc.username=" + database.username(), "--spring.r2dbc.password=" + database.password(),
				"--spring.flyway.url=" + database.jdbcUrl(), "--spring.flyway.user=" + database.username(),
				"--spring.flyway.password=" + database.password(),
				"--spring.kafka.bootstrap-servers=" + Parts.kafka().bootstrapServers(),
				"--hilum.kafka.create-topics=true", "--hilum.context.accept.gateway-service=" + KEY,
				"--hilum.audit.directory=" + home.resolve("audit"), "--hilum.audit.key-file=" + home.resolve("key.pem"),
				"--hilum.inbox.retry-delay=50ms"));
		Stream.of(PATIENT, BRISK)
			.flatMap(List::stream)
			.filter((option) -> Arrays.stream(more).noneMatch((one) -> name(one).equals(name(option))))
			.forEach(args::add);
		args.addAll(Arrays.asList(more));
		EventLoops.guard();
		return new RunningService(application.run(args.toArray(String[]::new)));
	}

	private static String name(String option) {
		return option.substring(0, option.indexOf('='));
	}

	/**
	 * A context.
	 * @param subject who asks
	 * @param team the team
	 * @param keyId the key used
	 * @param roles the roles
	 * @return the context
	 */
	public static ServiceContext caller(String subject, String team, @Nullable String keyId, String... roles) {
		return new ServiceContext("req-test", subject, List.of(roles), team, null, keyId, "operations", PhiState.NONE,
				"p1", "c1");
	}

	/**
	 * A client that calls on behalf of somebody.
	 * @param caller who
	 * @return the client
	 */
	public WebTestClient as(ServiceContext caller) {
		return client().mutate().defaultHeader(ServiceContext.HEADER, sign(caller)).build();
	}

	/**
	 * What the gateway would send along.
	 * @param caller on whose behalf
	 * @return the signed context
	 */
	public String sign(ServiceContext caller) {
		return this.signer.sign(caller, "usage-service");
	}

	/**
	 * A client that nobody vouches for.
	 * @return the client
	 */
	public WebTestClient client() {
		return WebTestClient.bindToServer()
			.baseUrl(url())
			.defaultHeader(HttpHeaders.ACCEPT, "*/*")
			.responseTimeout(Duration.ofSeconds(90))
			.entityExchangeResultConsumer(RunningService::requireAsTheContractSays)
			.build();
	}

	/**
	 * Every answer in JSON that any test gets.
	 */
	private static void requireAsTheContractSays(EntityExchangeResult<?> answer) {
		MediaType type = answer.getResponseHeaders().getContentType();
		byte[] body = answer.getResponseBodyContent();
		if (type != null && type.isCompatibleWith(MediaType.APPLICATION_JSON) && body != null && body.length > 0) {
			assertThat(CONTRACT.errors(answer.getMethod().name(), answer.getUrl().getPath(), answer.getStatus().value(),
					new String(body, StandardCharsets.UTF_8)))
				.isEmpty();
		}
	}

	/**
	 * Where the service listens.
	 * @return its URL
	 */
	public String url() {
		return "http://localhost:" + this.context.getEnvironment().getRequiredProperty("local.server.port");
	}

	/**
	 * A bean of the service.
	 * @param <T> its type
	 * @param type its type
	 * @return the bean
	 */
	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	@Override
	public void close() {
		this.context.close();
	}

}
