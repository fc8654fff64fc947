package io.hilum.phi.scrub;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Span;
import io.hilum.phi.pseudonym.Identifier;
import io.hilum.phi.pseudonym.MasterSecret;
import io.hilum.phi.pseudonym.Pseudonyms;
import io.hilum.phi.replace.Replacement;

/**
 * De-identifies the texts of one request: examine, name, replace. Knows nothing of any
 * request before, so every replica gives the same answer. Thread-safe.
 */
public final class Scrubber {

	private final Examiner examiner;

	private final MasterSecret master;

	/**
	 * Create a scrubber.
	 * @param examiner what finds identifiers
	 * @param master the secret from which pseudonyms are derived
	 */
	public Scrubber(Examiner examiner, MasterSecret master) {
		this.examiner = examiner;
		this.master = master;
	}

	/**
	 * De-identify texts that stand each by itself.
	 * @param texts the texts of one request
	 * @param scope the conversation within which pseudonyms are stable
	 * @param mode what is done with identifiers
	 * @return the texts without them, or that they are blocked
	 * @throws UnsupportedModeException if the mode is not offered
	 */
	public ScrubResult scrub(List<String> texts, String scope, ScrubMode mode) {
		return scrub(Texts.of(texts), scope, mode);
	}

	/**
	 * De-identify texts.
	 * @param texts the texts of one request
	 * @param scope the conversation within which pseudonyms are stable
	 * @param mode what is done with identifiers
	 * @return the texts without them, or that they are blocked
	 * @throws UnsupportedModeException if the mode is not offered
	 */
	public ScrubResult scrub(Texts texts, String scope, ScrubMode mode) {
		if (!mode.isSupported()) {
			throw new UnsupportedModeException(mode);
		}
		List<List<Span>> found = this.examiner.examine(texts);
		Map<EntityType, Integer> counts = count(found);
		return switch (mode) {
			case PSEUDONYMISE -> pseudonymise(texts.all(), found, scope, counts);
			case REDACT ->
				new ScrubResult.Scrubbed(replace(texts.all(), found, new Replacement.Redact()), Map.of(), counts);
			case BLOCK -> counts.isEmpty() ? new ScrubResult.Scrubbed(texts.all(), Map.of(), counts)
					: new ScrubResult.Blocked(counts);
			case SHIFT_DATES -> throw new UnsupportedModeException(mode);
		};
	}

	/**
	 * Show what would become of texts, and why.
	 * @param texts the texts
	 * @param scope the conversation within which pseudonyms are stable
	 * @return for each text what a provider would see of it, and its identifiers
	 */
	public List<Preview> preview(List<String> texts, String scope) {
		List<List<Span>> found = this.examiner.examine(texts);
		List<String> masked = replace(texts, found, new Replacement.Pseudonymise(pseudonyms(texts, found, scope)));
		List<Preview> previews = new ArrayList<>(texts.size());
		for (int i = 0; i < texts.size(); i++) {
			previews.add(new Preview(masked.get(i), found.get(i)));
		}
		return previews;
	}

	private ScrubResult pseudonymise(List<String> texts, List<List<Span>> found, String scope,
			Map<EntityType, Integer> counts) {
		Pseudonyms pseudonyms = pseudonyms(texts, found, scope);
		List<String> replaced = replace(texts, found, new Replacement.Pseudonymise(pseudonyms));
		return new ScrubResult.Scrubbed(replaced, pseudonyms.surfaces(), counts);
	}

	private Pseudonyms pseudonyms(List<String> texts, List<List<Span>> found, String scope) {
		List<Identifier> identifiers = new ArrayList<>();
		for (int i = 0; i < texts.size(); i++) {
			for (Span span : found.get(i)) {
				identifiers.add(new Identifier(span.type(), texts.get(i).substring(span.start(), span.end())));
			}
		}
		return Pseudonyms.issue(this.master.keyOf(scope), identifiers, texts);
	}

	private static List<String> replace(List<String> texts, List<List<Span>> found, Replacement replacement) {
		List<String> replaced = new ArrayList<>(texts.size());
		for (int i = 0; i < texts.size(); i++) {
			replaced.add(replacement.apply(texts.get(i), found.get(i)));
		}
		return replaced;
	}

	private static Map<EntityType, Integer> count(List<List<Span>> found) {
		Map<EntityType, Integer> counts = new EnumMap<>(EntityType.class);
		found.forEach((spans) -> spans.forEach((span) -> counts.merge(span.type(), 1, Integer::sum)));
		return counts;
	}

}
