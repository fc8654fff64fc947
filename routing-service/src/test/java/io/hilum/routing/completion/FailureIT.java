package io.hilum.routing.completion;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import com.networknt.schema.InputFormat;
import io.hilum.architecture.EventLoops;
import io.hilum.journal.EventJournal;
import io.hilum.journal.JournalCursor;
import io.hilum.journal.JournalSettings;
import io.hilum.journal.PendingEntry;
import io.hilum.parts.Parts;
import io.hilum.routing.RoutingApplication;
import io.hilum.trust.context.ServiceContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.context.ConfigurableApplicationContext;

import static io.hilum.routing.completion.LiveService.CLIENT;
import static io.hilum.routing.completion.LiveService.JSON;
import static io.hilum.routing.completion.LiveService.KEY;
import static io.hilum.routing.completion.LiveService.SIGNER;
import static io.hilum.routing.completion.LiveService.await;
import static io.hilum.routing.completion.LiveService.caller;
import static io.hilum.routing.completion.LiveService.chat;
import static io.hilum.routing.completion.LiveService.directory;
import static io.hilum.routing.completion.LiveService.post;
import static io.hilum.routing.completion.LiveService.request;
import static io.hilum.routing.completion.LiveService.upstream;
import static io.hilum.routing.completion.UsageTopic.SCHEMA;
import static io.hilum.routing.completion.UsageTopic.usage;
import static io.hilum.routing.completion.UsageTopic.usageOf;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of a request when its provider, its client or this process fails.
 */
class FailureIT {

	@BeforeEach
	void forget() {
		upstream().forget();
	}

	@ParameterizedTest
	@ValueSource(strings = { "429", "500", "401", "html", "reset", "early-cut" })
	void fallsBackBeforeTheFirstByte(String mode) {
		HttpResponse<String> answer = post(chat("first-" + mode, ",\"stream\":true"), caller("Clinician"));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).contains("w9").endsWith("data: [DONE]\n\n");
		assertThat(upstream().calls()).extracting(FakeUpstream.Call::model).containsExactly(mode, "ok");
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
		boolean triedOnce = List.of("400", "401", "silence").contains(mode);
		assertThat(upstream().calls()).hasSize(triedOnce ? 1 : 3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "cut", "stall", "garbage", "nodone", "half" })
	void endsABrokenStreamWithAnErrorAndNotWithDone(String mode) {
		HttpResponse<String> answer = post(chat("first-" + mode, ",\"stream\":true"), caller("Clinician"));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).contains("w2 ", "data: {\"error\":{").doesNotContain("[DONE]", "<html>");
		assertThat(upstream().calls()).hasSize(1);
		JsonNode usage = usageOf(answer);
		assertThat(usage.path("outcome").asString()).isEqualTo("error");
		assertThat(usage.path("source").asString()).isEqualTo("estimated");
		assertThat(usage.path("tokens").path("output").asInt()).isEqualTo(mode.equals("nodone") ? 10 : 3);
	}

	@Test
	void chargesWhatWasStreamedBeforeTheClientLeft() throws Exception {
		HttpResponse<InputStream> answer = CLIENT.send(request("/v1/chat/completions", caller("Clinician"))
			.POST(HttpRequest.BodyPublishers.ofString(chat("priced-two", ",\"stream\":true")))
			.build(), HttpResponse.BodyHandlers.ofInputStream());
		try (InputStream body = answer.body()) {
			assertThat(new String(body.readNBytes(FakeUpstream.chunk(0).length() * 2), StandardCharsets.UTF_8))
				.contains("w1 ");
		}
		await(() -> upstream().open() == 0);
		JsonNode usage = usage(answer.headers().firstValue("hilum-usage-id").orElseThrow());
		assertThat(usage.path("outcome").asString()).isEqualTo("aborted");
		assertThat(usage.path("source").asString()).isEqualTo("aborted");
		assertThat(usage.path("tokens").path("output").asInt()).isEqualTo(2);
		assertThat(usage.path("costNanoUsd").asLong()).isGreaterThanOrEqualTo(2_000_000);
	}

	@Test
	void clientThatClosesOnDoneHasNotLeftEarly() throws Exception {
		HttpResponse<InputStream> answer = CLIENT.send(request("/v1/chat/completions", caller("Clinician"))
			.POST(HttpRequest.BodyPublishers.ofString(chat("first-lingering", ",\"stream\":true")))
			.build(), HttpResponse.BodyHandlers.ofInputStream());
		try (InputStream body = answer.body()) {
			StringBuilder seen = new StringBuilder();
			while (!seen.toString().endsWith("[DONE]\n\n")) {
				int next = body.read();
				assertThat(next).as("the stream goes on after %s", seen).isNotNegative();
				seen.append((char) next);
			}
		}
		assertThat(usageOf(answer).path("outcome").asString()).isEqualTo("success");
	}

	@Test
	void whatWasCalledWhenTheProcessDiedIsPublished() {
		Path crashed = directory().resolve("crashed");
		try (ConfigurableApplicationContext dying = startOn(crashed)) {
			URI url = URI.create("http://localhost:" + dying.getEnvironment().getProperty("local.server.port"));
			HttpRequest request = HttpRequest.newBuilder(url.resolve("/v1/chat/completions"))
				.header(ServiceContext.HEADER, SIGNER.sign(caller("Clinician"), "routing-service"))
				.POST(HttpRequest.BodyPublishers.ofString(chat("slow", ",\"stream\":true")))
				.build();
			upstream().slowness(Duration.ofSeconds(2));
			var unused = CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofString());
			await(() -> !upstream().calls().isEmpty());
			copyAsAfterADeath(crashed, directory().resolve("after"));
		}
		try (EventJournal journal = EventJournal.open(JournalSettings.in(directory().resolve("after")));
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
		EventLoops.guard();
		return RoutingApplication.application()
			.run("--server.port=0", "--hilum.catalogue.file=" + directory().resolve("catalogue.yaml"),
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

}
