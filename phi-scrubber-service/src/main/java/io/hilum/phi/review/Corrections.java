package io.hilum.phi.review;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.hilum.phi.detect.EntityType;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps corrections for review and proposes what a hospital's own lists could say.
 * Replicas may share the file. Thread-safe.
 */
public final class Corrections {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final ReviewFile file;

	private final ReviewLock lock;

	Corrections(ReviewFile file, ReviewLock lock) {
		this.file = file;
		this.lock = lock;
	}

	/**
	 * Keep corrections.
	 * @param corrections the corrections
	 * @return {@code false} if there is no room for them
	 */
	public boolean keep(List<Correction> corrections) {
		List<byte[]> entries = corrections.stream().map((one) -> JSON.writeValueAsBytes(Kept.of(one))).toList();
		return this.lock.holding(() -> this.file.append(entries));
	}

	/**
	 * All that was kept.
	 * @return the corrections in the order in which they came
	 */
	public List<Correction> all() {
		return this.lock.holding(this.file::read)
			.stream()
			.map((entry) -> JSON.readValue(entry, Kept.class).correction())
			.toList();
	}

	/**
	 * Forget all corrections.
	 * @return how many there were
	 */
	public int clear() {
		return this.lock.holding(() -> {
			int kept = this.file.count();
			this.file.clear();
			return kept;
		});
	}

	/**
	 * What the lists would say if every correction were right. Of what was said to be
	 * both nothing is proposed.
	 * @param corrections the corrections
	 * @return sections of the file of lists
	 */
	public static Map<String, Object> proposed(List<Correction> corrections) {
		Set<String> identifiers = new TreeSet<>();
		Set<String> others = new TreeSet<>();
		for (Correction one : corrections) {
			(one.identifier() ? identifiers : others).add(one.text().reveal().toLowerCase(Locale.ROOT));
		}
		Map<EntityType, Set<String>> words = new TreeMap<>();
		Set<String> never = new TreeSet<>();
		for (Correction one : corrections) {
			String folded = one.text().reveal().toLowerCase(Locale.ROOT);
			if (identifiers.contains(folded) && others.contains(folded)) {
				continue;
			}
			if (!one.identifier()) {
				never.add(one.text().reveal());
			}
			else if (one.type() != null) {
				words.computeIfAbsent(one.type(), (type) -> new TreeSet<>()).add(one.text().reveal());
			}
		}
		List<Map<String, Object>> entries = words.entrySet()
			.stream()
			.map((entry) -> Map.<String, Object>of("type", entry.getKey(), "words", entry.getValue()))
			.toList();
		return Map.of("words", entries, "never-mask", never);
	}

	/**
	 * A correction on disk.
	 */
	private record Kept(boolean identifier, @Nullable EntityType type, String text, String by, String at) {

		static Kept of(Correction one) {
			return new Kept(one.identifier(), one.type(), one.text().reveal(), one.by(), one.at().toString());
		}

		Correction correction() {
			return new Correction(this.identifier, this.type, PhiText.of(this.text), this.by, Instant.parse(this.at));
		}

		@Override
		public String toString() {
			return "Kept[REDACTED]";
		}

	}

}
