package io.hilum.gateway.identity.graph;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import io.hilum.gateway.MutableClock;
import io.hilum.gateway.harness.ScriptedService;
import io.hilum.gateway.harness.ScriptedService.Received;
import io.hilum.gateway.harness.ScriptedService.Reply;
import io.hilum.gateway.identity.GraphAccess;
import io.hilum.gateway.identity.GroupSource;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.gateway.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link GraphGroups} over the wire, with answers as Microsoft Graph v1.0 documents them.
 */
class GraphGroupsIT {

	private static final String AMELIA = "22223333-cccc-4444-dddd-5555eeee6666";

	private static final String WARD = "33334444-dddd-5555-eeee-6666ffff7777";

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final MutableClock clock = new MutableClock(Instant.parse("2026-01-05T08:00:00Z"));

	private final ScriptedService entra = new ScriptedService(GraphGroupsIT::answer);

	@AfterEach
	void stop() {
		this.entra.close();
	}

	@Test
	void asksInTheFormOfGraph() {
		StepVerifier.create(source("s3cret", null).groupsOf(AMELIA, List.of(WARD, "other")))
			.expectNext(Set.of(WARD))
			.expectComplete()
			.verify(PATIENCE);
		Received login = this.entra.received().getFirst();
		assertThat(login.method() + " " + login.uri()).isEqualTo("POST /tenant/oauth2/v2.0/token");
		assertThat(URLDecoder.decode(login.body(), StandardCharsets.UTF_8)).contains("grant_type=client_credentials",
				"client_id=gateway", "client_secret=s3cret", "scope=" + this.entra.url() + "/.default");
		Received question = this.entra.received().get(1);
		assertThat(question.method() + " " + question.uri())
			.isEqualTo("POST /v1.0/directoryObjects/" + AMELIA + "/checkMemberGroups");
		assertThat(question.headers()).containsEntry("authorization", "Bearer graph-token-1")
			.containsEntry("content-type", "application/json");
		JsonNode asked = JsonMapper.shared().readTree(question.body());
		assertThat(asked.propertyNames()).containsExactly("groupIds");
		assertThat(asked.at("/groupIds/0").asString()).isEqualTo(WARD);
	}

	@Test
	void asksForTwentyAtATimeWithOneToken() {
		List<String> many = IntStream.range(0, 45).mapToObj((i) -> "group-" + i).toList();
		GroupSource source = source("s3cret", null);
		StepVerifier.create(source.groupsOf(AMELIA, many)).expectNextCount(1).expectComplete().verify(PATIENCE);
		assertThat(this.entra.received()).hasSize(4);
		this.clock.advance(Duration.ofSeconds(3538));
		StepVerifier.create(source.groupsOf(AMELIA, List.of(WARD)))
			.expectNextCount(1)
			.expectComplete()
			.verify(PATIENCE);
		assertThat(this.entra.received()).hasSize(5);
		this.clock.advance(Duration.ofSeconds(3));
		StepVerifier.create(source.groupsOf(AMELIA, List.of(WARD)))
			.expectNextCount(1)
			.expectComplete()
			.verify(PATIENCE);
		assertThat(this.entra.received()).hasSize(7);
	}

	@Test
	void signsInWithAWorkloadIdentity(@TempDir Path folder) throws IOException {
		Path token = Files.writeString(folder.resolve("token"), "federated.jwt.token\n");
		StepVerifier.create(source(null, token).groupsOf(AMELIA, List.of(WARD)))
			.expectNextCount(1)
			.expectComplete()
			.verify(PATIENCE);
		assertThat(URLDecoder.decode(this.entra.received().getFirst().body(), StandardCharsets.UTF_8))
			.contains("client_assertion=federated.jwt.token",
					"client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
			.doesNotContain("client_secret");
	}

	@ParameterizedTest
	@ValueSource(strings = { "401", "403", "404", "429", "500", "nothing", "garbage", "other", "silence" })
	void letsNobodyInWhenGraphDoesNotSay(String fault) {
		this.entra.follow((request) -> request.uri().endsWith("/token") ? answer(request) : switch (fault) {
			case "nothing" -> new Reply(200, Map.of("content-type", "application/json"), Flux.empty());
			case "garbage" -> new Reply(200, Map.of("content-type", "application/json"), Flux.just("{\"value\":["));
			case "other" -> Reply.json(200, "{\"error\":{}}");
			case "silence" -> new Reply(200, Map.of("content-type", "application/json"), Flux.never());
			default -> Reply.json(Integer.parseInt(fault), "{\"error\":{\"code\":\"x\"}}");
		});
		unavailable(AMELIA);
	}

	@Test
	void letsNobodyInWhenItCannotSignIn() {
		this.entra.follow((request) -> Reply.json(400, "{\"error\":\"invalid_client\"}"));
		unavailable(AMELIA);
		this.entra.follow((request) -> Reply.json(200, "{\"token_type\":\"Bearer\"}"));
		unavailable(AMELIA);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "me", "../../groups", "a?x=1", "22223333-cccc-4444-dddd-5555eeee666/" })
	void putsNothingIntoAPathThatIsNoObjectId(String member) {
		unavailable(member);
		assertThat(this.entra.received()).isEmpty();
	}

	@Test
	void believesNothingThatItDidNotAskFor() {
		this.entra.follow((request) -> request.uri().endsWith("/token") ? answer(request)
				: Reply.json(200, "{\"value\":[\"" + WARD + "\",\"admins\"]}"));
		StepVerifier.create(source("s3cret", null).groupsOf(AMELIA, List.of(WARD)))
			.expectNext(Set.of(WARD))
			.expectComplete()
			.verify(PATIENCE);
	}

	private void unavailable(String member) {
		StepVerifier.create(source("s3cret", null).groupsOf(member, List.of(WARD))).expectErrorSatisfies((ex) -> {
			assertThat(ex).isInstanceOf(ProblemException.class);
			assertThat(((ProblemException) ex).problem()).isInstanceOf(GatewayProblem.Unavailable.class);
			assertThat(((ProblemException) ex).problem().code()).isEqualTo("groups_unavailable");
		}).verify(PATIENCE);
	}

	private GroupSource source(@Nullable String secret, @Nullable Path token) {
		GraphAccess access = new GraphAccess(URI.create(this.entra.url() + "/v1.0"),
				URI.create(this.entra.url() + "/tenant/oauth2/v2.0/token"), "gateway", secret, token,
				Duration.ofSeconds(2), Duration.ofMinutes(1));
		return GraphConfiguration.source(WebClient.create(), access, this.clock);
	}

	private static Reply answer(Received request) {
		if (request.uri().endsWith("/token")) {
			return Reply.json(200,
					"{\"token_type\":\"Bearer\",\"expires_in\":3599,\"ext_expires_in\":3599,\"access_token\":\"graph-token-1\"}");
		}
		String context = "https://graph.microsoft.com/v1.0/$metadata#Collection(Edm.String)";
		String found = request.body().contains(WARD) ? "\"" + WARD + "\"" : "";
		return Reply.json(200, "{\"@odata.context\":\"" + context + "\",\"value\":[" + found + "]}");
	}

}
