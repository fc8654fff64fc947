package io.hilum.usage.provision;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Divides an amount by weights so that the parts add up to it: each part is rounded down,
 * and what is left goes one by one to those who lost most by that.
 */
final class Shares {

	private Shares() {
	}

	/**
	 * Divide an amount.
	 * @param amount the amount
	 * @param weights the weights by name
	 * @return the parts of those with a weight; none if nobody has one
	 */
	static SortedMap<String, Long> of(long amount, Map<String, Long> weights) {
		BigInteger all = weights.values().stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
		if (all.signum() == 0) {
			return new TreeMap<>();
		}
		List<Part> parts = weights.entrySet()
			.stream()
			.filter((weight) -> weight.getValue() > 0)
			.map((weight) -> Part.of(weight.getKey(), amount, weight.getValue(), all))
			.sorted(Comparator.comparing(Part::lost).reversed().thenComparing(Part::name))
			.toList();
		long left = amount - parts.stream().mapToLong(Part::whole).sum();
		SortedMap<String, Long> shares = new TreeMap<>();
		for (int i = 0; i < parts.size(); i++) {
			shares.put(parts.get(i).name(), parts.get(i).whole() + ((i < left) ? 1 : 0));
		}
		return shares;
	}

	private record Part(String name, long whole, BigInteger lost) {

		static Part of(String name, long amount, long weight, BigInteger all) {
			BigInteger[] part = BigInteger.valueOf(amount).multiply(BigInteger.valueOf(weight)).divideAndRemainder(all);
			return new Part(name, part[0].longValueExact(), part[1]);
		}

	}

}
