package io.hilum.routing.completion.web;

import java.util.HashMap;
import java.util.Map;

import io.hilum.routing.catalogue.IdentifierType;
import io.hilum.routing.problem.RoutingException;
import io.hilum.routing.problem.RoutingProblem;

/**
 * How many identifiers the gateway replaced, by type: {@code NAME=2,DATE=1}. Only types
 * of the contract are taken, so that no text can travel as a type.
 */
final class PhiCounts {

	private PhiCounts() {
	}

	static Map<String, Integer> parse(String header) {
		Map<String, Integer> counts = new HashMap<>();
		for (String part : header.split(",", -1)) {
			int sign = part.indexOf('=');
			String type = (sign > 0) ? part.substring(0, sign).strip() : "";
			if (!IdentifierType.exists(type)) {
				throw invalid();
			}
			counts.put(type, count(part.substring(sign + 1).strip()));
		}
		return counts;
	}

	private static int count(String text) {
		try {
			return Integer.parseUnsignedInt(text);
		}
		catch (NumberFormatException ex) {
			throw invalid();
		}
	}

	private static RoutingException invalid() {
		return new RoutingException(
				new RoutingProblem.InvalidBody("The header Hilum-Phi-Counts must be TYPE=COUNT,…", null));
	}

}
