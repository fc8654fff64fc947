package io.hilum.systemtests.invariants;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The chain of the audit is whole: hashes are computed anew, as the contract of the
 * evidence says (SHA-256 over a domain, the hash before and the text).
 */
final class AuditUnbroken implements Invariant {

	private static final JsonMapper JSON = new JsonMapper();

	private static final byte[] DOMAIN = "hilum-audit-event-v1\n".getBytes(StandardCharsets.US_ASCII);

	private static final String BEGINNING = "0".repeat(64);

	@Override
	public String name() {
		return "I7";
	}

	@Override
	public String promise() {
		return "the audit chain verifies from its first event to its end";
	}

	@Override
	public Stream<Violation> violations(Evidence evidence) {
		List<Violation> found = new ArrayList<>();
		String previous = BEGINNING;
		long expected = 1;
		for (Link link : evidence.chain()) {
			String place = "event " + link.sequence();
			if (link.sequence() != expected) {
				found.add(violation(place, "follows event " + (expected - 1)));
			}
			if (!hash(previous, link.event()).equals(link.hash())) {
				found.add(violation(place, "its hash does not cover its text and all before it"));
			}
			if (!saysTheSame(link)) {
				found.add(violation(place, "its columns do not say what its text says"));
			}
			previous = link.hash();
			expected = link.sequence() + 1;
		}
		if (!previous.equals(evidence.tip())) {
			found.add(violation("the end", "the chain was to end elsewhere"));
		}
		return found.stream();
	}

	private static boolean saysTheSame(Link link) {
		try {
			JsonNode event = JSON.readTree(link.event());
			return event.path("id").asString("").equals(link.eventId())
					&& event.path("requestId").asString("").equals(link.requestId())
					&& event.path("service").asString("").equals(link.service())
					&& event.path("action").asString("").equals(link.action())
					&& event.path("decision").asString("").equals(link.decision());
		}
		catch (JacksonException ex) {
			return false;
		}
	}

	static String hash(String previous, String event) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(DOMAIN);
			digest.update(HexFormat.of().parseHex(previous));
			return HexFormat.of().formatHex(digest.digest(event.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException | IllegalArgumentException ex) {
			return "none: " + ex.getMessage();
		}
	}

}
