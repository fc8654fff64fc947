package io.hilum.gateway.admission.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.hilum.gateway.admission.Admission;
import io.hilum.gateway.admission.AdmissionProperties;
import io.hilum.gateway.admission.AdmissionProperties.WhenRedisIsAway;
import io.hilum.gateway.admission.Allowance;
import io.hilum.gateway.admission.Asking;
import io.hilum.gateway.admission.LimitInForce;
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

import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * Counts in Redis by one script, so that a request costs one round trip whatever it is
 * counted by, and replicas cannot race.
 */
@Component
class RedisAdmission implements Admission {

	private static final Logger logger = LoggerFactory.getLogger(RedisAdmission.class);

	@SuppressWarnings("rawtypes")
	private static final RedisScript<List> ADMIT = RedisScripts.read("admission/admit.lua", List.class);

	private static final RedisScript<Long> RELEASE = RedisScripts.read("admission/release.lua", Long.class);

	private final AdmissionProperties properties;

	private final PolicySource policies;

	private final RedisLink link;

	RedisAdmission(AdmissionProperties properties, PolicySource policies, RedisLink link) {
		this.link = link;
		this.policies = policies;
		this.properties = properties;
	}

	@Override
	public Mono<Allowance> admit(Asking asking) {
		List<Rule> rules = Rule.of(asking, limitsOf(asking.roles()), this.properties);
		String team = Rule.hash(asking.team());
		return this.link.run(ADMIT, keys(rules, team), arguments(rules, asking, team))
			.timeout(this.properties.timeout())
			.map((reply) -> new Verdict(reply, rules).allowance())
			.onErrorResume((ex) -> !(ex instanceof ProblemException), this::away);
	}

	@Override
	public List<LimitInForce> limitsOf(Asking asking) {
		return Rule.of(asking, limitsOf(asking.roles()), this.properties)
			.stream()
			.map((rule) -> new LimitInForce(rule.kind(), rule.limits()))
			.toList();
	}

	private List<String> arguments(List<Rule> rules, Asking asking, String team) {
		List<String> arguments = new ArrayList<>(6 + 3 * rules.size());
		arguments.add(asking.lease());
		arguments.add(Long.toString(this.properties.lease().toMillis()));
		arguments.add(Long.toString(asking.tokens()));
		arguments.add(Integer.toString(this.properties.capacity()));
		arguments.add(Integer.toString(this.properties.pressure()));
		arguments.add(team);
		for (Rule rule : rules) {
			arguments.add(Integer.toString(rule.limits().requestsPerMinute()));
			arguments.add(Integer.toString(rule.limits().tokensPerMinute()));
			arguments.add(Integer.toString(rule.limits().concurrency()));
		}
		return arguments;
	}

	private static List<String> keys(List<Rule> rules, String team) {
		List<String> keys = new ArrayList<>(Rule.shares(team));
		rules.forEach((rule) -> keys.addAll(rule.keys()));
		return keys;
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
	public Mono<Void> release(Asking asking) {
		String team = Rule.hash(asking.team());
		List<String> keys = new ArrayList<>(Rule.shares(team));
		keys.addAll(Rule.leases(asking, this.properties));
		return this.link.run(RELEASE, keys, List.of(asking.lease(), team))
			.timeout(this.properties.timeout())
			.onErrorComplete()
			.then();
	}

}
