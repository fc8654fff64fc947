package io.hilum.routing.catalogue.file;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.hilum.routing.catalogue.Caching;
import io.hilum.routing.catalogue.Similarity;
import io.hilum.routing.catalogue.yaml.Findings;
import io.hilum.routing.catalogue.yaml.YamlObject;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.convert.DurationStyle;

/**
 * The {@code cache} of a model: for how long its answers are given again, from a second
 * to a day, and whether to other wordings too.
 */
final class CacheSection {

	private static final Set<String> KEYS = Set.of("ttl", "similar");

	private static final Set<String> SIMILAR_KEYS = Set.of("embeddings", "threshold", "teams");

	private static final BigDecimal LEAST = new BigDecimal("0.9");

	private static final BigDecimal USUAL = new BigDecimal("0.97");

	private static final Duration SHORTEST = Duration.ofSeconds(1);

	private static final Duration LONGEST = Duration.ofDays(1);

	private CacheSection() {
	}

	static @Nullable Caching read(YamlObject model, Findings findings) {
		YamlObject cache = model.object("cache");
		if (cache == null) {
			return null;
		}
		String ttl = cache.allowing(KEYS).text("ttl");
		try {
			Duration kept = DurationStyle.SIMPLE.parse(ttl);
			if (kept.compareTo(SHORTEST) >= 0 && kept.compareTo(LONGEST) <= 0) {
				return new Caching(kept, similarity(cache, findings));
			}
		}
		catch (IllegalArgumentException ex) {
			// Said below, as for a duration that is out of bounds.
		}
		findings.fault(cache.line("ttl"), "'ttl' must be from 1s to 24h, such as 10m");
		return null;
	}

	private static @Nullable Similarity similarity(YamlObject cache, Findings findings) {
		YamlObject similar = cache.object("similar");
		if (similar == null) {
			return null;
		}
		similar.allowing(SIMILAR_KEYS);
		BigDecimal written = similar.number("threshold");
		BigDecimal threshold = (written != null) ? written : USUAL;
		if (threshold.compareTo(LEAST) < 0 || threshold.compareTo(BigDecimal.ONE) > 0) {
			findings.fault(similar.line("threshold"), "'threshold' must be from 0.9 to 1");
		}
		List<String> teams = similar.texts("teams");
		if (teams.isEmpty()) {
			findings.fault(similar.line(), "'teams' must name the teams that share answers to other wordings");
		}
		return new Similarity(similar.text("embeddings"), threshold.doubleValue(), Set.copyOf(teams));
	}

	/**
	 * What measures wordings must be a model of the same file.
	 */
	static void requireEmbeddings(YamlObject model, List<YamlObject> models, Findings findings) {
		YamlObject cache = model.object("cache");
		YamlObject similar = (cache != null) ? cache.object("similar") : null;
		String embeddings = (similar != null) ? similar.find("embeddings") : "";
		if (similar != null && models.stream().noneMatch((other) -> embeddings.equals(other.find("name")))) {
			findings.fault(similar.line("embeddings"), "there is no model '" + embeddings + "'");
		}
	}

}
