package io.hilum.routing.catalogue.file;

import java.time.Duration;
import java.util.Set;

import io.hilum.routing.catalogue.yaml.Findings;
import io.hilum.routing.catalogue.yaml.YamlObject;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.convert.DurationStyle;

/**
 * The {@code cache} of a model: for how long its answers are given again, from a second
 * to a day.
 */
final class CacheSection {

	private static final Set<String> KEYS = Set.of("ttl");

	private static final Duration SHORTEST = Duration.ofSeconds(1);

	private static final Duration LONGEST = Duration.ofDays(1);

	private CacheSection() {
	}

	static @Nullable Duration read(YamlObject model, Findings findings) {
		YamlObject cache = model.object("cache");
		if (cache == null) {
			return null;
		}
		String ttl = cache.allowing(KEYS).text("ttl");
		try {
			Duration kept = DurationStyle.SIMPLE.parse(ttl);
			if (kept.compareTo(SHORTEST) >= 0 && kept.compareTo(LONGEST) <= 0) {
				return kept;
			}
		}
		catch (IllegalArgumentException ex) {
			// Said below, as for a duration that is out of bounds.
		}
		findings.fault(cache.line("ttl"), "'ttl' must be from 1s to 24h, such as 10m");
		return null;
	}

}
