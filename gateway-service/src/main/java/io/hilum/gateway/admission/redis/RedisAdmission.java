package io.hilum.gateway.admission.redis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

import io.hilum.gateway.admission.Admission;
import io.hilum.gateway.admission.AdmissionProperties;
import io.hilum.gateway.admission.AdmissionProperties.WhenRedisIsAway;
import io.hilum.gateway.admission.Allowance;
import io.hilum.gateway.policy.Limits;
import io.hilum.gateway.policy.PolicySource;
import io.hilum.gateway.policy.Role;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.gateway.problem.ProblemException;
import io.hilum.loops.redis.RedisLink;
import io.hilum.loops.redis.RedisScripts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * Counts in Redis by one script, so that a request costs one round trip and replicas
 * cannot race. Names of callers are hashed: Redis learns nobody's name.
 */
@Component
class RedisAdmission implements Admission {

	private static final Logger logger = LoggerFactory.getLogger(RedisAdmission.class);

	@SuppressWarnings("rawtypes")
	private static final RedisScript<List> ADMIT = RedisScripts.read("admission/admit.lua", List.class);

	private final ReactiveStringRedisTemplate redis;

	private final AdmissionProperties properties;

	private final PolicySource policies;

	private final RedisLink link;

	RedisAdmission(ReactiveStringRedisTemplate redis, AdmissionProperties properties, PolicySource policies,
			RedisLink link) {
		this.redis = redis;
		this.link = link;
		this.policies = policies;
		this.properties = properties;
	}

	@Override
	public Mono<Allowance> admit(String account, List<String> roles, String lease) {
		Limits limits = limitsOf(roles);
		List<String> arguments = List.of(Integer.toString(limits.requestsPerMinute()),
				Integer.toString(limits.concurrency()), lease, Long.toString(this.properties.lease().toMillis()));
		return this.link.call(this.redis.execute(ADMIT, keys(account), arguments).next())
			.timeout(this.properties.timeout())
			.map((reply) -> allowance(limits, reply))
			.onErrorResume((ex) -> !(ex instanceof ProblemException), this::away);
	}

	private Limits limitsOf(List<String> roles) {
		return this.policies.current()
			.rolesOf(roles)
			.stream()
			.map(Role::limits)
			.filter(Objects::nonNull)
			.reduce(Limits::max)
			.orElseGet(() -> this.properties.limitsOf(roles));
	}

	private static Allowance allowance(Limits limits, List<?> reply) {
		long verdict = number(reply, 0);
		Allowance allowance = new Allowance(limits.requestsPerMinute(), number(reply, 1),
				Duration.ofMillis(number(reply, 2)));
		if (verdict == 0) {
			return allowance;
		}
		String message = (verdict == 1)
				? "More than " + limits.requestsPerMinute() + " requests per minute. Wait as long as retry-after says"
				: "More than " + limits.concurrency() + " requests at the same time. Wait until one has ended";
		throw new GatewayProblem.TooManyRequests((verdict == 1) ? "rate_limit_exceeded" : "concurrency_limit_exceeded",
				message, Duration.ofMillis(number(reply, 3)), allowance.headers())
			.asException();
	}

	private static long number(List<?> reply, int index) {
		return ((Number) reply.get(index)).longValue();
	}

	private Mono<Allowance> away(Throwable thrown) {
		logger.warn("Redis does not count: {}", thrown.getClass().getSimpleName());
		if (this.properties.whenRedisIsAway() == WhenRedisIsAway.ALLOW) {
			return Mono.just(Allowance.UNCOUNTED);
		}
		return Mono.error(new GatewayProblem.Unavailable("limits_unavailable",
				"Requests cannot be counted at the moment, so none is served. Try again shortly")
			.asException());
	}

	@Override
	public Mono<Void> release(String account, String lease) {
		return this.link.call(this.redis.opsForZSet().remove(keys(account).get(1), lease))
			.timeout(this.properties.timeout())
			.onErrorComplete()
			.then();
	}

	private static List<String> keys(String account) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(account.getBytes(StandardCharsets.UTF_8));
			String tag = "hilum:admission:{" + HexFormat.of().formatHex(digest, 0, 16) + "}";
			return List.of(tag + ":tat", tag + ":leases");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("SHA-256 is part of every JDK", ex);
		}
	}

}
