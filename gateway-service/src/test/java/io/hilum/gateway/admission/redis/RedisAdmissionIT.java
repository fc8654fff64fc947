package io.hilum.gateway.admission.redis;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

import io.hilum.gateway.admission.AdmissionProperties;
import io.hilum.gateway.admission.AdmissionProperties.WhenRedisIsAway;
import io.hilum.gateway.admission.Allowance;
import io.hilum.gateway.admission.Asking;
import io.hilum.gateway.policy.AccessPolicy;
import io.hilum.gateway.policy.Limits;
import io.hilum.gateway.policy.PhiMode;
import io.hilum.gateway.policy.Rights;
import io.hilum.gateway.policy.Role;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.gateway.problem.ProblemException;
import io.hilum.loops.EventLoops;
import io.hilum.loops.redis.RedisLink;
import io.hilum.parts.Parts;
import io.hilum.trust.context.Authentication;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisURI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.resources.LoopResources;
import reactor.test.StepVerifier;

import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * {@link RedisAdmission} and its script on a real Redis.
 */
class RedisAdmissionIT {

	private static final AccessPolicy POLICY = new AccessPolicy("v1", List.of(), Map.of("Robot", new Role("Robot",
			List.of(), PhiMode.BLOCK, List.of(), Authentication.ANY, Rights.ALL, false, false, new Limits(2, 2, 0))));

	private final LettuceConnectionFactory connections = connections();

	private final ReactiveStringRedisTemplate redis = new ReactiveStringRedisTemplate(this.connections);

	private final RedisLink link = new RedisLink(this.connections,
			new EventLoops(LoopResources.create("test", 1, true)), Duration.ofMillis(100));

	@BeforeEach
	void forget() {
		Parts.redis().flush();
		this.link.start();
	}

	@AfterEach
	void disconnect() {
		this.link.stop();
		this.connections.destroy();
	}

	@Test
	void countsDownAndRefusesAtTheLimit() {
		RedisAdmission admission = admission(2, 100, Duration.ofMinutes(1));
		for (int left = 1; left >= 0; left--) {
			Allowance allowance = admit(admission, "key:a", "lease" + left);
			assertThat(allowance.requests().remaining()).isBetween((long) left, (long) left + 1);
			assertThat(allowance.requests().reset()).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(1));
		}
		GatewayProblem.TooManyRequests refused = refused(admission, "key:a", "more");
		assertThat(refused.code()).isEqualTo("rate_limit_exceeded");
		assertThat(refused.retryAfter()).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(30));
		assertThat(refused.headers()).containsEntry("x-ratelimit-remaining-requests", "0");
	}

	@Test
	void countsCallersApart() {
		RedisAdmission admission = admission(1, 1, Duration.ofMinutes(1));
		admit(admission, "key:a", "1");
		admit(admission, "subject:a", "2");
		refused(admission, "key:a", "3");
	}

	@Test
	void neverAdmitsMoreThanTheLimitWhoeverRaces() {
		RedisAdmission one = admission(500, 100, Duration.ofMinutes(1));
		RedisAdmission two = admission(500, 100, Duration.ofMinutes(1));
		Long admitted = Flux.range(0, 400)
			.flatMap((i) -> ((i % 2 == 0) ? one : two).admit(asking("key:a", "lease" + i))
				.map((allowance) -> 1)
				.onErrorResume(ProblemException.class, (ex) -> Mono.empty()), 64)
			.count()
			.block(Duration.ofSeconds(60));
		assertThat(admitted).isEqualTo(100);
	}

	@Test
	void takesALeaseBackAndLetsItExpire() {
		RedisAdmission admission = admission(600, 1, Duration.ofSeconds(10));
		admit(admission, "key:a", "1");
		assertThat(refused(admission, "key:a", "2").code()).isEqualTo("concurrency_limit_exceeded");
		StepVerifier.create(admission.release(asking("key:a", "1"))).expectComplete().verify(Duration.ofSeconds(60));
		admit(admission, "key:a", "3");
		await().atMost(Duration.ofSeconds(90))
			.pollInterval(Duration.ofMillis(500))
			.until(() -> admission.admit(asking("key:a", "4"))
				.map((allowance) -> true)
				.onErrorReturn(ProblemException.class, false)
				.block(Duration.ofSeconds(60)));
	}

	@Test
	void takesTheLimitsOfTheRoleFromTheCatalogue() {
		RedisAdmission admission = admission(600, 10, Duration.ofMinutes(1));
		StepVerifier.create(admission.admit(asking("key:a", "1", "Robot", "Unknown")))
			.assertNext((allowance) -> assertThat(allowance.requests().limit()).isEqualTo(2))
			.expectComplete()
			.verify(Duration.ofSeconds(60));
	}

	@Test
	void writesNobodysName() {
		admit(admission(600, 10, Duration.ofMinutes(1)), "subject:https://login.example|amelia", "1");
		List<String> keys = this.redis.keys("*").collectList().block(Duration.ofSeconds(60));
		assertThat(keys).hasSize(2).allSatisfy((key) -> assertThat(key).doesNotContain("amelia", "login"));
	}

	@Test
	void doesWhatThePolicySaysWhenRedisIsAway() {
		RedisAdmission refusing = admission(600, 10, Duration.ofMinutes(1));
		RedisAdmission allowing = new RedisAdmission(properties(600, 10, Duration.ofMinutes(1), WhenRedisIsAway.ALLOW),
				() -> POLICY, this.link);
		admit(refusing, "key:a", "1");
		Parts.redis().stop();
		try {
			StepVerifier.create(refusing.admit(asking("key:a", "2")))
				.expectErrorSatisfies((ex) -> assertThat(ex).hasMessage("limits_unavailable"))
				.verify(Duration.ofSeconds(60));
			assertThat(admit(allowing, "key:a", "3")).isEqualTo(Allowance.UNCOUNTED);
			StepVerifier.create(refusing.release(asking("key:a", "1"))).expectComplete().verify(Duration.ofSeconds(60));
		}
		finally {
			Parts.redis().start();
		}
		long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
		while (System.nanoTime() < deadline && !Objects.equals(Boolean.TRUE,
				refusing.admit(asking("key:a", "4"))
					.map((allowance) -> true)
					.onErrorReturn(false)
					.block(Duration.ofSeconds(60)))) {
			LockSupport.parkNanos(1_000_000);
		}
		admit(refusing, "key:a", "5");
	}

	@Test
	void countsTokensOfAPersonATeamAndAModel() {
		RedisAdmission admission = limited(Map.of("idp|bo", new Limits(1000, 100, 10_000)),
				Map.of("revenue", new Limits(1000, 100, 6000), "*", new Limits(1000, 100, 100_000)),
				Map.of("dear", new Limits(1000, 100, 4000)), 0);
		Asking first = new Asking("1", "key:a", "subject:idp|bo", "revenue", "dear", List.of(), 3000);
		Allowance left = Objects.requireNonNull(admission.admit(first).block(Duration.ofSeconds(60)));
		assertThat(left.tokens().limit()).as("the tightest of three").isEqualTo(4000);
		assertThat(left.tokens().remaining()).isBetween(1000L, 2000L);
		assertThat(left.headers()).containsKeys("x-ratelimit-limit-tokens", "x-ratelimit-remaining-tokens",
				"x-ratelimit-reset-tokens", "x-ratelimit-limit-requests");
		assertThat(refused(admission, new Asking("2", "key:b", null, "other", "dear", List.of(), 3000)).message())
			.contains("tokens per minute", "this model");
		admission.admit(new Asking("3", "key:b", null, "revenue", "cheap", List.of(), 2500))
			.block(Duration.ofSeconds(60));
		assertThat(refused(admission, new Asking("4", "key:c", null, "revenue", "cheap", List.of(), 2500)).message())
			.contains("your team");
		assertThat(refused(admission, new Asking("5", "key:d", "subject:idp|bo", "other", "cheap", List.of(), 9900))
			.message()).as("whichever key it is").contains("the keys of this person");
	}

	@Test
	void aRefusalByOneLimitIsCountedByNone() {
		RedisAdmission admission = limited(Map.of(), Map.of(), Map.of("dear", new Limits(1000, 100, 1000)), 0);
		assertThat(refused(admission, new Asking("1", "key:a", null, "t", "dear", List.of(), 1001)).message())
			.contains("alone");
		assertThat(this.redis.keys("*").collectList().block(Duration.ofSeconds(60))).isEmpty();
	}

	@Test
	void aTeamThatCameFirstCannotKeepTheOthersOut() {
		RedisAdmission admission = limited(Map.of(), Map.of(), Map.of(), 10);
		int first = admitted(admission, "greedy", 20);
		assertThat(first).as("alone, it may have all but what is kept for others").isEqualTo(10);
		for (int i = 0; i < 4; i++) {
			Asking ended = new Asking("greedy" + i, "key:greedy", null, "greedy", null, List.of(), 0);
			admission.release(ended).block(Duration.ofSeconds(60));
		}
		assertThat(admitted(admission, "late", 20)).as("the other half is filled up").isEqualTo(4);
		admission.release(new Asking("greedy4", "key:greedy", null, "greedy", null, List.of(), 0))
			.block(Duration.ofSeconds(60));
		assertThat(refused(admission, new Asking("g", "key:greedy", null, "greedy", null, List.of(), 0)).code())
			.as("it has its half while another team wants more")
			.isEqualTo("team_share_exceeded");
		admission.admit(new Asking("l", "key:late", null, "late", null, List.of(), 0)).block(Duration.ofSeconds(60));
		assertThat(refused(admission, new Asking("x", "key:new", null, "new", null, List.of(), 0)).code())
			.isEqualTo("capacity_exceeded");
	}

	private static int admitted(RedisAdmission admission, String team, int count) {
		int admitted = 0;
		for (int i = 0; i < count; i++) {
			admitted += Objects
				.requireNonNull(admission.admit(new Asking(team + i, "key:" + team, null, team, null, List.of(), 0))
					.map((allowance) -> 1)
					.onErrorReturn(ProblemException.class, 0)
					.block(Duration.ofSeconds(60)));
		}
		return admitted;
	}

	private RedisAdmission limited(Map<String, Limits> users, Map<String, Limits> teams, Map<String, Limits> models,
			int capacity) {
		return new RedisAdmission(
				new AdmissionProperties(new Limits(1000, 100, 0), Map.of(), users, teams, models, capacity, 80,
						Duration.ofMinutes(5), Duration.ofSeconds(30), WhenRedisIsAway.REFUSE),
				() -> POLICY, this.link);
	}

	private static Asking asking(String account, String lease, String... roles) {
		return new Asking(lease, account, null, "t", null, List.of(roles), 0);
	}

	private RedisAdmission admission(int perMinute, int concurrency, Duration lease) {
		return new RedisAdmission(properties(perMinute, concurrency, lease, WhenRedisIsAway.REFUSE), () -> POLICY,
				this.link);
	}

	private static AdmissionProperties properties(int perMinute, int concurrency, Duration lease,
			WhenRedisIsAway whenAway) {
		return new AdmissionProperties(new Limits(perMinute, concurrency, 0), Map.of(), Map.of(), Map.of(), Map.of(), 0,
				80, lease, Duration.ofSeconds(30), whenAway);
	}

	private static Allowance admit(RedisAdmission admission, String account, String lease) {
		return Objects.requireNonNull(admission.admit(asking(account, lease)).block(Duration.ofSeconds(60)));
	}

	private static GatewayProblem.TooManyRequests refused(RedisAdmission admission, String account, String lease) {
		return refused(admission, asking(account, lease));
	}

	private static GatewayProblem.TooManyRequests refused(RedisAdmission admission, Asking asking) {
		Throwable thrown = admission.admit(asking)
			.then(Mono.<Throwable>empty())
			.onErrorResume(Mono::just)
			.block(Duration.ofSeconds(60));
		assertThat(thrown).isInstanceOf(ProblemException.class);
		GatewayProblem problem = ((ProblemException) Objects.requireNonNull(thrown)).problem();
		assertThat(problem).isInstanceOf(GatewayProblem.TooManyRequests.class);
		return (GatewayProblem.TooManyRequests) problem;
	}

	private static LettuceConnectionFactory connections() {
		ClientOptions options = ClientOptions.builder()
			.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
			.build();
		LettuceConnectionFactory factory = new LettuceConnectionFactory(
				LettuceConnectionFactory.createRedisConfiguration(RedisURI.create(Parts.redis().url())),
				LettuceClientConfiguration.builder()
					.clientOptions(options)
					.commandTimeout(Duration.ofSeconds(30))
					.build());
		factory.afterPropertiesSet();
		factory.start();
		return factory;
	}

}
