package io.hilum.routing.completion;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.hilum.journal.EventJournal;
import io.hilum.journal.JournalCursor;
import io.hilum.journal.JournalSettings;
import io.hilum.journal.PendingEntry;
import io.hilum.parts.Parts;
import io.hilum.routing.RoutingApplication;
import io.hilum.trust.context.ContextKey;
import io.hilum.trust.context.ContextSigner;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.context.ServiceContext;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The service as a whole on real Redis and Kafka, with a provider that fails on demand.
 */
class RoutingServiceIT {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

	private static final ContextSigner SIGNER = new ContextSigner("gateway-service",
			Map.of("routing-service", ContextKey.parse(KEY)), Clock.systemUTC());

	private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
		.getSchema(resource("/contracts/events/usage-recorded-v1.schema.json"), InputFormat.JSON);

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private static final String CATALOGUE = """
			agreements:
			  - {id: baa, covers: [fake], expires: 2099-01-01}
			  - {id: old, covers: [other], expires: 2020-01-01}
			providers:
			  - {id: fake, type: openai-compatible, endpoint: "%1$s", api-key: sk-test, region: here}
			  - {id: other, type: openai-compatible, endpoint: "%1$s"}
			  - {id: sandbox, type: sandbox}
			models:
			  - {name: sandbox, free: true, deployments: [{provider: sandbox, model: sandbox}]}
			  - {name: slow, free: true, deployments: [{provider: fake, model: slow}]}
			  - {name: priced, price: {input: 1, output: 1000}, deployments: [{provider: fake, model: ok}]}
			  - {name: priced-slow, price: {input: 1, output: 1000}, deployments: [{provider: fake, model: slow}]}
			  - {name: uncovered, free: true, deployments: [{provider: other, model: ok}]}
			  - {name: mixed, free: true, deployments: [{provider: other, model: ok}, {provider: fake, model: ok}]}
			%2$s
			roles:
			  Clinician: {models: ["*"], phi: pseudonymise}
			  Research: {models: ["*"], phi: allow}
			  Billing: {models: [sandbox], phi: block}
			""";

	private static final List<String> FAILING = List.of("429", "500", "401", "400", "html", "reset", "silence", "cut",
			"stall", "garbage", "nodone", "early-cut", "lingering");

	@TempDir
	static Path directory;

	private static FakeUpstream upstream;

	private static ConfigurableApplicationContext service;

	private static URI root;

	@BeforeAll
	static void start() throws IOException {
		upstream = new FakeUpstream();
		Path catalogue = directory.resolve("catalogue.yaml");
		StringBuilder failing = new StringBuilder();
		FAILING.forEach((mode) -> failing.append("""
				  - {name: "only-%1$s", free: true, deployments: [{provider: fake, model: "%1$s"}]}
				  - {name: "first-%1$s", free: true, deployments: [{provider: fake, model: "%1$s"},
				      {provider: fake, model: ok, priority: 2}]}
				""".formatted(mode)));
		Files.writeString(catalogue, CATALOGUE.formatted(upstream.url(), failing));
		Parts.redis().flush();
		service = RoutingApplication.application()
			.run("--server.port=0", "--hilum.kafka.create-topics=true", "--hilum.catalogue.file=" + catalogue,
					"--hilum.context.accept.gateway-service=" + KEY,
					"--hilum.metering.journal=" + directory.resolve("journal"), "--hilum.sandbox.word-delay=0ms",
					"--hilum.provider.http.response-timeout=2s", "--hilum.provider.http.idle-timeout=500ms",
					"--hilum.health.failures=1000", "--hilum.completion.retry-share=100",
					"--hilum.budget.hold-expiry=20s", "--hilum.completion.total-timeout=10s",
					"--hilum.budget.sweep-interval=200ms", "--hilum.budget.default-output-tokens=10",
					"--spring.data.redis.url=" + Parts.redis().url(),
					"--spring.kafka.bootstrap-servers=" + Parts.kafka().bootstrapServers(),
					"--logging.structured.format.console=");
		root = URI.create("http://localhost:" + service.getEnvironment().getProperty("local.server.port"));
		AccessTopic.create();
		await(() -> get("/actuator/health/readiness").statusCode() == 200);
		await(() -> post(chat("priced", ""), caller("Clinician")).statusCode() == 200);
	}

	@AfterAll
	static void stop() {
		service.close();
		upstream.close();
	}

	@BeforeEach
	void forget() {
		upstream.forget();
	}

	@Test
	void refusesWhoHasNoContext() throws Exception {
		HttpRequest request = HttpRequest.newBuilder(root.resolve("/v1/chat/completions"))
			.POST(HttpRequest.BodyPublishers.ofString(chat("sandbox", "")))
			.build();
		assertThat(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(401);
	}

	@Test
	void listsModelsOfTheRole() {
		JsonNode all = JSON.readTree(send(request("/v1/models", caller("Clinician")).GET()).body());
		assertThat(all.path("data").size()).isGreaterThan(20);
		JsonNode few = JSON.readTree(send(request("/v1/models", caller("Billing")).GET()).body());
		assertThat(few.path("data")).hasSize(1);
		assertThat(few.path("data").get(0).path("id").asString()).isEqualTo("sandbox");
	}

	@Test
	void sandboxRepeatsWhatItSaw() {
		HttpResponse<String> answer = post(chat("sandbox", ""), caller("Billing"));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).contains("The sandbox saw this text: hello there");
		assertThat(answer.headers().firstValue("hilum-cost-usd")).contains("0");
		assertThat(answer.headers().firstValue("hilum-provider")).contains("sandbox");
	}

	@Test
	void sendsUnknownFieldsByteForByteAndKeepsTheAnswer() {
		String body = """
				{ "model" : "priced", "vendor_x":{"a":[1,2.50,"\\u00e9"]} ,"messages":[{"role":"user","content":"hi"}],\
				"hilum":{"collections":["c"]}}""";
		HttpResponse<String> answer = post(body, caller("Clinician"));
		assertThat(answer.body()).contains("\"vendor\":{\"keep\":1}");
		assertThat(upstream.calls().getLast().body()).isEqualTo("""
				{ "model" : "ok", "vendor_x":{"a":[1,2.50,"\\u00e9"]} ,"messages":[{"role":"user","content":"hi"}]}""");
		assertThat(upstream.calls().getLast().login()).isEqualTo("Bearer sk-test");
		assertThat(answer.headers().firstValue("hilum-model")).contains("fake-1");
		assertThat(answer.headers().firstValue("hilum-agreement")).contains("baa");
		assertThat(answer.headers().firstValue("hilum-cost-usd")).contains("0.010007");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void showsUsageOnlyToWhoAsked(boolean asked) {
		String options = asked ? ",\"stream_options\":{\"include_usage\":true}" : "";
		HttpResponse<String> answer = post(chat("priced", ",\"stream\":true" + options), caller("Clinician"));
		assertThat(answer.body()).contains("w0 ", "w9 ").endsWith("data: [DONE]\n\n");
		assertThat(answer.body().contains("prompt_tokens")).isEqualTo(asked);
		JsonNode usage = usageOf(answer);
		assertThat(usage.path("tokens").path("output").asInt()).isEqualTo(10);
		assertThat(usage.path("costNanoUsd").asLong()).isEqualTo(10_007_000);
		assertThat(usage.path("source").asString()).isEqualTo("provider");
		assertThat(usage.path("hold").path("nanoUsd").asLong()).isGreaterThan(10_000_000);
	}

	@ParameterizedTest
	@ValueSource(strings = { "429", "500", "401", "html", "reset", "early-cut" })
	void fallsBackBeforeTheFirstByte(String mode) {
		HttpResponse<String> answer = post(chat("first-" + mode, ",\"stream\":true"), caller("Clinician"));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).contains("w9").endsWith("data: [DONE]\n\n");
		assertThat(upstream.calls()).extracting(FakeUpstream.Call::model).containsExactly(mode, "ok");
		JsonNode usage = usageOf(answer);
		assertThat(usage.path("attempts")).hasSize(2);
		assertThat(usage.path("attempts").get(0).path("outcome").asString()).isEqualTo("dropped");
		assertThat(usage.path("deployment").asString()).isEqualTo("fake/ok");
	}

	@ParameterizedTest
	@CsvSource({ "429,429,upstream_rate_limited", "500,502,upstream_error", "401,502,upstream_login_refused",
			"400,400,too_large", "reset,503,upstream_unavailable", "silence,504,upstream_timeout",
			"html,502,upstream_invalid_answer" })
	void tellsFailuresInOpenAiForm(String mode, int status, String code) {
		HttpResponse<String> answer = post(chat("only-" + mode, ""), caller("Clinician"));
		assertThat(answer.statusCode()).isEqualTo(status);
		JsonNode error = JSON.readTree(answer.body()).path("error");
		assertThat(error.path("code").asString()).isEqualTo(code);
		assertThat(answer.body()).doesNotContain("secret", "<html>");
		boolean triedOnce = List.of("400", "silence").contains(mode);
		assertThat(upstream.calls()).hasSize(triedOnce ? 1 : 3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "cut", "stall", "garbage", "nodone" })
	void endsABrokenStreamWithAnErrorAndNotWithDone(String mode) {
		HttpResponse<String> answer = post(chat("first-" + mode, ",\"stream\":true"), caller("Clinician"));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).contains("w2 ", "data: {\"error\":{").doesNotContain("[DONE]", "<html>");
		assertThat(upstream.calls()).hasSize(1);
		JsonNode usage = usageOf(answer);
		assertThat(usage.path("outcome").asString()).isEqualTo("error");
		assertThat(usage.path("source").asString()).isEqualTo("estimated");
		assertThat(usage.path("tokens").path("output").asInt()).isEqualTo(mode.equals("nodone") ? 10 : 3);
	}

	@Test
	void chargesWhatWasStreamedBeforeTheClientLeft() throws Exception {
		upstream.slowness(Duration.ofMillis(200));
		HttpResponse<InputStream> answer = CLIENT.send(request("/v1/chat/completions", caller("Clinician"))
			.POST(HttpRequest.BodyPublishers.ofString(chat("priced-slow", ",\"stream\":true")))
			.build(), HttpResponse.BodyHandlers.ofInputStream());
		try (InputStream body = answer.body()) {
			assertThat(new String(body.readNBytes(FakeUpstream.chunk(0).length() * 2), StandardCharsets.UTF_8))
				.contains("w1 ");
		}
		await(() -> upstream.open() == 0);
		JsonNode usage = usage(answer.headers().firstValue("hilum-usage-id").orElseThrow());
		assertThat(usage.path("outcome").asString()).isEqualTo("aborted");
		assertThat(usage.path("source").asString()).isEqualTo("aborted");
		assertThat(usage.path("tokens").path("output").asInt()).isBetween(2, 4);
		assertThat(usage.path("costNanoUsd").asLong()).isGreaterThanOrEqualTo(2_000_000);
	}

	@Test
	void admitsNoMoreConcurrentCallsThanABudgetCovers() {
		upstream.slowness(Duration.ofMillis(100));
		String body = chat("priced-slow", ",\"stream\":true,\"max_tokens\":10");
		long worst = body.length() * 1000L + 10_000_000L;
		AccessTopic.budget("team:small", 50 * worst, "hard");
		ServiceContext caller = context("Clinician", "small", PhiState.DEIDENTIFIED);
		await(() -> post(chat("priced", ",\"max_tokens\":1"), caller).headers()
			.firstValue("hilum-budget-remaining-usd")
			.isPresent());
		upstream.forget();
		List<CompletableFuture<HttpResponse<String>>> calls = IntStream.range(0, 200)
			.mapToObj((i) -> CLIENT.sendAsync(
					request("/v1/chat/completions", caller).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
					HttpResponse.BodyHandlers.ofString()))
			.toList();
		List<HttpResponse<String>> answers = calls.stream().map(CompletableFuture::join).toList();
		long admitted = answers.stream().filter((answer) -> answer.statusCode() == 200).count();
		assertThat(admitted).isEqualTo(upstream.calls().size()).isBetween(45L, 50L);
		HttpResponse<String> refused = answers.stream()
			.filter((answer) -> answer.statusCode() == 429)
			.findFirst()
			.orElseThrow();
		assertThat(refused.body()).contains("budget_exceeded");
		assertThat(refused.headers().firstValue("x-should-retry")).contains("false");
	}

	@Test
	void clampsOutputToWhatTheBudgetLeaves() {
		AccessTopic.budget("team:tight", 20_000_000L + 1_000_000L, "hard");
		ServiceContext caller = context("Clinician", "tight", PhiState.DEIDENTIFIED);
		await(() -> post(chat("priced", ",\"max_tokens\":1"), caller).headers()
			.firstValue("hilum-budget-remaining-usd")
			.isPresent());
		upstream.forget();
		assertThat(post(chat("priced", ",\"max_tokens\":5000"), caller).statusCode()).isEqualTo(200);
		int sent = JSON.readTree(upstream.calls().getLast().body()).path("max_tokens").asInt();
		assertThat(sent).isBetween(16, 20);
	}

	@Test
	void rawTextGoesOnlyWhereAgreementAndPolicyAllow() {
		ServiceContext raw = context("Research", "t", PhiState.RAW);
		assertThat(post(chat("uncovered", ""), raw).statusCode()).isEqualTo(403);
		assertThat(post(chat("sandbox", ""), raw).statusCode()).isEqualTo(403);
		assertThat(upstream.calls()).isEmpty();
		HttpResponse<String> answer = post(chat("mixed", ""), raw);
		assertThat(answer.headers().firstValue("hilum-provider")).contains("fake");
		assertThat(usageOf(answer).path("decision").path("excluded").get(0).path("reason").asString())
			.isEqualTo("no valid agreement");
		assertThat(post(chat("mixed", ""), context("Clinician", "t", PhiState.RAW)).body()).contains("no_agreement");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{\"model\":\"sandbox\",\"model\":\"x\"}|400", "{|400", "[]|400",
			"{\"messages\":[]}|400", "{\"model\":\"nope\"}|404" })
	void refusesWhatIsNoRequest(String body, int status) {
		assertThat(post(body, caller("Clinician")).statusCode()).isEqualTo(status);
	}

	@Test
	void refusesPricedModelsWithoutRedisAndServesFreeOnes() {
		Parts.redis().stop();
		try {
			HttpResponse<String> priced = post(chat("priced", ""), caller("Clinician"));
			assertThat(priced.statusCode()).isEqualTo(503);
			assertThat(priced.body()).contains("budget_unavailable");
			assertThat(post(chat("sandbox", ""), caller("Clinician")).statusCode()).isEqualTo(200);
			assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
			assertThat(upstream.calls()).isEmpty();
		}
		finally {
			Parts.redis().start();
		}
		await(() -> post(chat("priced", ""), caller("Clinician")).statusCode() == 200);
	}

	@Test
	void goesOnWithoutKafkaAndPublishesAfterwards() {
		Parts.kafka().stop();
		HttpResponse<String> answer;
		try {
			answer = post(chat("sandbox", ""), caller("Clinician"));
			assertThat(answer.statusCode()).isEqualTo(200);
		}
		finally {
			Parts.kafka().start();
		}
		assertThat(usageOf(answer).path("outcome").asString()).isEqualTo("success");
	}

	@Test
	void clientThatClosesOnDoneHasNotLeftEarly() throws Exception {
		HttpResponse<InputStream> answer = CLIENT.send(request("/v1/chat/completions", caller("Clinician"))
			.POST(HttpRequest.BodyPublishers.ofString(chat("first-lingering", ",\"stream\":true")))
			.build(), HttpResponse.BodyHandlers.ofInputStream());
		try (InputStream body = answer.body()) {
			StringBuilder seen = new StringBuilder();
			while (!seen.toString().endsWith("[DONE]\n\n")) {
				seen.append((char) body.read());
			}
		}
		assertThat(usageOf(answer).path("outcome").asString()).isEqualTo("success");
	}

	@Test
	void keepsTextOutOfEventsAndMeters() {
		String canary = "Zebulon-Quackenbush-7719";
		String body = "{\"model\":\"priced\",\"user\":\"" + canary + "\",\"messages\":[{\"content\":\"" + canary
				+ "\"}]}";
		usageOf(post(body, caller("Clinician")));
		post(body.replace("priced", "only-500"), caller("Clinician"));
		post(body.replace("\"messages\"", "\"user\""), caller("Clinician"));
		assertThat(usages().toString()).doesNotContain(canary);
		assertThat(get("/actuator/prometheus").body()).doesNotContain(canary)
			.contains("gen_ai_client_operation_duration_seconds", "gen_ai_server_request_duration_seconds",
					"gen_ai_client_token_usage", "gen_ai_server_time_to_first_token_seconds", "hilum_journal_entries");
	}

	@Test
	void refusesModelsOfOtherRoles() {
		assertThat(post(chat("priced", ""), caller("Billing")).statusCode()).isEqualTo(403);
		assertThat(post(chat("sandbox", ""), caller("Nobody")).statusCode()).isEqualTo(403);
	}

	@Test
	void holdsAndSpendingAgreeWhenAllIsQuiet() {
		AccessTopic.budget("team:quiet", 1_000_000_000_000L, "hard");
		ServiceContext caller = context("Clinician", "quiet", PhiState.DEIDENTIFIED);
		await(() -> post(chat("priced", ",\"max_tokens\":1"), caller).headers()
			.firstValue("hilum-budget-remaining-usd")
			.isPresent());
		post(chat("priced", ""), caller);
		post(chat("priced", ",\"stream\":true"), caller);
		await(() -> "0".equals(Counters.of("team:quiet", "held")));
		long spent = Long.parseLong(Counters.of("team:quiet", "spent"));
		long events = usages().stream()
			.filter((usage) -> usage.path("team").asString().equals("quiet"))
			.filter((usage) -> !usage.path("hold").isNull())
			.mapToLong((usage) -> usage.path("costNanoUsd").asLong())
			.sum();
		assertThat(spent).isPositive().isLessThanOrEqualTo(events);
	}

	@Test
	void whatWasCalledWhenTheProcessDiedIsPublished() {
		Path crashed = directory.resolve("crashed");
		try (ConfigurableApplicationContext dying = startOn(crashed)) {
			URI url = URI.create("http://localhost:" + dying.getEnvironment().getProperty("local.server.port"));
			HttpRequest request = HttpRequest.newBuilder(url.resolve("/v1/chat/completions"))
				.header(ServiceContext.HEADER, SIGNER.sign(caller("Clinician"), "routing-service"))
				.POST(HttpRequest.BodyPublishers.ofString(chat("slow", ",\"stream\":true")))
				.build();
			upstream.slowness(Duration.ofSeconds(2));
			var unused = CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofString());
			await(() -> !upstream.calls().isEmpty());
			copyAsAfterADeath(crashed, directory.resolve("after"));
		}
		try (EventJournal journal = EventJournal.open(JournalSettings.in(directory.resolve("after")));
				JournalCursor cursor = journal.cursor()) {
			PendingEntry event = cursor.next();
			assertThat(event).isNotNull();
			JsonNode usage = JSON.readTree(event.entry().value());
			assertThat(SCHEMA.validate(usage.toString(), InputFormat.JSON)).isEmpty();
			assertThat(usage.path("outcome").asString()).isEqualTo("crashed");
			assertThat(usage.path("source").asString()).isEqualTo("estimated");
		}
	}

	private static ConfigurableApplicationContext startOn(Path journal) {
		return RoutingApplication.application()
			.run("--server.port=0", "--hilum.catalogue.file=" + directory.resolve("catalogue.yaml"),
					"--server.shutdown=immediate", "--hilum.metering.drain=0s",
					"--hilum.context.accept.gateway-service=" + KEY, "--hilum.metering.journal=" + journal,
					"--spring.data.redis.url=" + Parts.redis().url(),
					"--spring.kafka.bootstrap-servers=" + Parts.kafka().bootstrapServers(),
					"--logging.structured.format.console=");
	}

	/**
	 * The files as a killed process would leave them.
	 */
	private static void copyAsAfterADeath(Path from, Path to) {
		try (var files = Files.list(from)) {
			Files.createDirectories(to);
			for (Path file : files.toList()) {
				Files.copy(file, to.resolve(file.getFileName()));
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String chat(String model, String more) {
		return "{\"model\":\"" + model + "\",\"messages\":[{\"role\":\"user\",\"content\":\"hello there\"}]" + more
				+ "}";
	}

	private static ServiceContext caller(String role) {
		return context(role, "cardiology", PhiState.DEIDENTIFIED);
	}

	private static ServiceContext context(String role, String team, PhiState phi) {
		return new ServiceContext("req-1", "https://idp|amelia", List.of(role), team, null, null, "treatment", phi,
				"p1", "c1");
	}

	private static HttpRequest.Builder request(String path, ServiceContext caller) {
		return HttpRequest.newBuilder(root.resolve(path))
			.header(ServiceContext.HEADER, SIGNER.sign(caller, "routing-service"))
			.header("Hilum-Phi-Counts", "NAME=2,DATE=1")
			.timeout(Duration.ofSeconds(30));
	}

	private static HttpResponse<String> post(String body, ServiceContext caller) {
		return send(request("/v1/chat/completions", caller).POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	private static HttpResponse<String> get(String path) {
		return send(HttpRequest.newBuilder(root.resolve(path)).GET());
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static JsonNode usageOf(HttpResponse<?> answer) {
		return usage(answer.headers().firstValue("hilum-usage-id").orElseThrow());
	}

	private static JsonNode usage(String id) {
		List<JsonNode> found = new ArrayList<>();
		await(() -> {
			usages().stream().filter((usage) -> usage.path("id").asString().equals(id)).forEach(found::add);
			return !found.isEmpty();
		});
		assertThat(found).hasSize(1);
		assertThat(SCHEMA.validate(found.getFirst().toString(), InputFormat.JSON)).isEmpty();
		return found.getFirst();
	}

	/**
	 * Every usage event that is on the topic by now.
	 */
	private static List<JsonNode> usages() {
		List<JsonNode> usages = new ArrayList<>();
		Properties settings = new Properties();
		settings.put("bootstrap.servers", Parts.kafka().bootstrapServers());
		try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings, new StringDeserializer(),
				new ByteArrayDeserializer())) {
			List<TopicPartition> partitions = consumer.partitionsFor("hilum.usage.v1")
				.stream()
				.map((info) -> new TopicPartition(info.topic(), info.partition()))
				.toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
			while (ends.entrySet().stream().anyMatch((end) -> consumer.position(end.getKey()) < end.getValue())) {
				consumer.poll(Duration.ofMillis(100)).forEach((message) -> usages.add(JSON.readTree(message.value())));
			}
		}
		return usages;
	}

	private static void await(BooleanSupplier condition) {
		Instant deadline = Clock.systemUTC().instant().plusSeconds(30);
		while (!condition.getAsBoolean()) {
			assertThat(Clock.systemUTC().instant()).as("time is over").isBefore(deadline);
			try {
				Thread.sleep(50);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	private static InputStream resource(String path) {
		InputStream content = RoutingServiceIT.class.getResourceAsStream(path);
		if (content == null) {
			throw new IllegalStateException(path + " is not on the class path");
		}
		return content;
	}

	/**
	 * Plays usage-service.
	 */
	private static final class AccessTopic {

		private static final Map<String, Integer> VERSIONS = new HashMap<>();

		static void create() {
			budget("team:unused", 1, "hard");
		}

		static void budget(String id, long limitNanoUsd, String mode) {
			Properties settings = new Properties();
			settings.put("bootstrap.servers", Parts.kafka().bootstrapServers());
			int version = VERSIONS.merge(id, 1, Integer::sum);
			String json = """
					{"kind":"budget","id":"%s","version":%d,"changedAt":"2026-01-05T07:00:00Z","revoked":false,\
					"window":"month","timeZone":"UTC","limitNanoUsd":%d,"mode":"%s"}""".formatted(id, version,
					limitNanoUsd, mode);
			try (KafkaProducer<String, String> producer = new KafkaProducer<>(settings, new StringSerializer(),
					new StringSerializer())) {
				producer.send(new ProducerRecord<>("hilum.access.v1", "budget:" + id, json)).get();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

	/**
	 * Looks into Redis.
	 */
	private static final class Counters {

		static String of(String scope, String field) {
			RedisClient client = RedisClient.create(Parts.redis().url());
			try (StatefulRedisConnection<String, String> connection = client.connect()) {
				List<String> keys = connection.sync().keys("hilum:{budget}:" + scope + ":*");
				return keys.isEmpty() ? "" : connection.sync().hget(keys.getFirst(), field);
			}
			finally {
				client.shutdown();
			}
		}

	}

}
