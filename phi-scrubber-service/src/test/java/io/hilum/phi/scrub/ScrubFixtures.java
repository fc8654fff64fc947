package io.hilum.phi.scrub;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import io.hilum.phi.pseudonym.MasterSecret;

/**
 * One scrubber for all tests, since its lists take a moment to load.
 */
public final class ScrubFixtures {

	/**
	 * The clock of the tests.
	 */
	public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-05T08:00:00Z"), ZoneOffset.UTC);

	/**
	 * The examiner of the tests.
	 */
	public static final Examiner EXAMINER = Examiner.withAllDetectors(CLOCK);

	/**
	 * The scrubber of the tests.
	 */
	public static final Scrubber SCRUBBER = new Scrubber(EXAMINER,
			MasterSecret.parse(Base64.getEncoder().encodeToString(new byte[32])), CLOCK);

	private ScrubFixtures() {
	}

	static ScrubResult.Scrubbed pseudonymise(String scope, String... texts) {
		return (ScrubResult.Scrubbed) SCRUBBER.scrub(List.of(texts), scope, ScrubMode.PSEUDONYMISE);
	}

	static String restore(String masked, Map<String, String> pseudonyms) {
		String restored = masked;
		for (Map.Entry<String, String> entry : pseudonyms.entrySet()) {
			restored = restored.replace(entry.getKey(), entry.getValue());
		}
		return restored;
	}

}
