package io.hilum.routing.catalogue.check;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.hilum.routing.policy.Circumstances;
import io.hilum.routing.policy.NetworkRange;
import io.hilum.routing.policy.Vocabulary;

/**
 * The circumstances that stand for all: of each variable every value that a condition
 * compares with and one that none does, of hours and weekdays all, of addresses those at
 * which a range begins or has just ended.
 */
final class Situations {

	/**
	 * What no condition compares with. It is not empty, since a condition may ask for
	 * what is.
	 */
	private static final String ANOTHER = "another";

	private final List<String> purposes;

	private final List<String> applications;

	private final List<String> teams;

	private final List<String> networks;

	private final List<Integer> hours;

	private final List<Integer> weekdays;

	Situations(Vocabulary vocabulary) {
		this.purposes = texts(vocabulary.of("purpose"));
		this.applications = texts(vocabulary.of("application"));
		this.teams = texts(vocabulary.of("team"));
		this.networks = addresses(vocabulary.of("network"));
		this.hours = numbers(vocabulary.of("hour"), 0, 23);
		this.weekdays = numbers(vocabulary.of("weekday"), 1, 7);
	}

	long count() {
		return (long) this.purposes.size() * this.applications.size() * this.teams.size() * this.networks.size()
				* this.hours.size() * this.weekdays.size();
	}

	List<Circumstances> all() {
		List<Circumstances> all = new ArrayList<>();
		for (String purpose : this.purposes) {
			for (String application : this.applications) {
				for (String team : this.teams) {
					times(purpose, application, team, all);
				}
			}
		}
		return all;
	}

	private void times(String purpose, String application, String team, List<Circumstances> all) {
		for (String network : this.networks) {
			for (int hour : this.hours) {
				this.weekdays
					.forEach((day) -> all.add(new Circumstances(purpose, application, team, network, hour, day)));
			}
		}
	}

	private static List<String> texts(Set<Object> known) {
		if (known.isEmpty()) {
			return List.of("");
		}
		Set<String> texts = new TreeSet<>();
		known.forEach((value) -> texts.add(String.valueOf(value)));
		texts.add("");
		StringBuilder another = new StringBuilder(ANOTHER);
		while (texts.contains(another.toString())) {
			another.append('*');
		}
		texts.add(another.toString());
		return List.copyOf(texts);
	}

	private static List<Integer> numbers(Set<Object> known, int from, int to) {
		if (known.isEmpty()) {
			return List.of(from);
		}
		List<Integer> all = new ArrayList<>();
		for (int number = from; number <= to; number++) {
			all.add(number);
		}
		return all;
	}

	private static List<String> addresses(Set<Object> known) {
		if (known.isEmpty()) {
			return List.of("");
		}
		Set<String> addresses = new TreeSet<>(texts(known));
		addresses.addAll(List.of("0.0.0.0", "::"));
		for (Object range : known) {
			ends(String.valueOf(range), addresses);
		}
		return List.copyOf(addresses);
	}

	private static void ends(String text, Set<String> addresses) {
		try {
			NetworkRange range = NetworkRange.parse(text);
			addresses.add(address(range.first(), range.bytes()));
			BigInteger behind = range.last().add(BigInteger.ONE);
			if (behind.bitLength() <= range.bytes() * 8) {
				addresses.add(address(behind, range.bytes()));
			}
		}
		catch (IllegalArgumentException ex) {
			addresses.add(text);
		}
	}

	private static String address(BigInteger number, int bytes) {
		byte[] digits = number.toByteArray();
		byte[] raw = new byte[bytes];
		int length = Math.min(digits.length, bytes);
		System.arraycopy(digits, digits.length - length, raw, bytes - length, length);
		try {
			return InetAddress.getByAddress(raw).getHostAddress();
		}
		catch (UnknownHostException ex) {
			throw new IllegalArgumentException(Arrays.toString(raw), ex);
		}
	}

}
