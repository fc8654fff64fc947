package io.hilum.gateway.admission.redis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import io.hilum.gateway.admission.AdmissionProperties;
import io.hilum.gateway.admission.Asking;
import io.hilum.gateway.policy.Limits;

/**
 * One limit that a request is counted by. Names are hashed: Redis learns nobody's name.
 *
 * @param whose whose limit it is, for the one who is refused
 * @param name whose counters they are
 * @param limits the limits
 */
record Rule(String whose, String name, Limits limits) {

	private static final String PREFIX = "hilum:{admission}:";

	static List<Rule> of(Asking asking, Limits own, AdmissionProperties properties) {
		List<Rule> rules = new ArrayList<>(4);
		rules.add(new Rule("you", asking.account(), own));
		rules.addAll(beside(asking, properties));
		return rules;
	}

	/**
	 * Whose limit it is, in one word: names of accounts begin otherwise than those of
	 * owners, teams and models.
	 */
	String kind() {
		String begin = this.name.substring(0, this.name.indexOf(':'));
		return switch (begin) {
			case "owner", "team", "model" -> begin;
			default -> "caller";
		};
	}

	/**
	 * The leases that a request has, without those that it shares with all.
	 */
	static List<String> leases(Asking asking, AdmissionProperties properties) {
		List<String> leases = new ArrayList<>(4);
		leases.add(leases(counters(asking.account())));
		beside(asking, properties).forEach((rule) -> leases.add(leases(counters(rule.name()))));
		return leases;
	}

	private static List<Rule> beside(Asking asking, AdmissionProperties properties) {
		List<Rule> rules = new ArrayList<>(3);
		if (asking.owner() != null) {
			String subject = asking.owner();
			AdmissionProperties.of(properties.users(), subject.substring(subject.indexOf(':') + 1))
				.ifPresent((limits) -> rules.add(new Rule("the keys of this person", "owner:" + subject, limits)));
		}
		AdmissionProperties.of(properties.teams(), asking.team())
			.ifPresent((limits) -> rules.add(new Rule("your team", "team:" + asking.team(), limits)));
		if (asking.model() != null) {
			AdmissionProperties.of(properties.models(), asking.model())
				.ifPresent((limits) -> rules.add(new Rule("this model", "model:" + asking.model(), limits)));
		}
		return rules;
	}

	/**
	 * The arrival times of requests and tokens, and the leases.
	 */
	List<String> keys() {
		String counters = counters(this.name);
		return List.of(counters + ":tat", counters + ":tokens", leases(counters));
	}

	private static String counters(String name) {
		return PREFIX + hash(name);
	}

	private static String leases(String counters) {
		return counters + ":leases";
	}

	/**
	 * The leases of all, those of a team by its hash, and the teams that have any.
	 */
	static List<String> shares(String team) {
		return List.of(PREFIX + "all", PREFIX + "share:" + team, PREFIX + "teams");
	}

	static String hash(String name) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, 16);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("SHA-256 is part of every JDK", ex);
		}
	}

}
