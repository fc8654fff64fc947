package io.hilum.phi.scrub;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Span;
import io.hilum.phi.pseudonym.DateShift;
import io.hilum.phi.pseudonym.Identifier;
import io.hilum.phi.pseudonym.MasterSecret;
import io.hilum.phi.pseudonym.PseudonymKey;
import io.hilum.phi.pseudonym.Pseudonyms;
import io.hilum.phi.pseudonym.ShiftedDates;
import io.hilum.phi.replace.Replacement;

/**
 * De-identifies the texts of one request: examine, name, replace. Knows nothing of any
 * request before, so every replica gives the same answer. Thread-safe.
 */
public final class Scrubber {

	private static final Set<ScrubMode> REPLACING = EnumSet.of(ScrubMode.PSEUDONYMISE, ScrubMode.REDACT,
			ScrubMode.SHIFT_DATES);

	private static final Set<ScrubMode> NAMING = EnumSet.of(ScrubMode.PSEUDONYMISE, ScrubMode.SHIFT_DATES);

	private final Examiner examiner;

	private final MasterSecret master;

	private final Clock clock;

	/**
	 * Create a scrubber.
	 * @param examiner what finds identifiers
	 * @param master the secret from which pseudonyms are derived
	 * @param clock what tells the year of dates without one
	 */
	public Scrubber(Examiner examiner, MasterSecret master, Clock clock) {
		this.examiner = examiner;
		this.master = master;
		this.clock = clock;
	}

	/**
	 * What tells what is found now from what is found by another version or other lists.
	 * @return the version
	 */
	public String version() {
		return this.examiner.version();
	}

	/**
	 * De-identify texts in one mode, each by itself.
	 * @param texts the texts of one request
	 * @param scope the conversation within which pseudonyms are stable
	 * @param mode what is done with identifiers
	 * @return the texts without them, or that they are blocked
	 */
	public ScrubResult scrub(List<String> texts, String scope, ScrubMode mode) {
		return scrub(Texts.of(texts), scope, ScrubPolicy.of(mode));
	}

	/**
	 * De-identify texts.
	 * @param texts the texts of one request
	 * @param scope the conversation within which pseudonyms are stable
	 * @param policy what is done with identifiers
	 * @return the texts without them, or that they are blocked
	 */
	public ScrubResult scrub(Texts texts, String scope, ScrubPolicy policy) {
		List<List<Span>> found = policy.counting(this.examiner.examine(texts));
		Map<EntityType, Integer> blocked = policy.count(found, EnumSet.of(ScrubMode.BLOCK));
		if (!blocked.isEmpty()) {
			return new ScrubResult.Blocked(blocked);
		}
		Masks masks = masks(texts.all(), found, scope, policy);
		return new ScrubResult.Scrubbed(replace(texts.all(), found, masks.replacement()), masks.pseudonyms().surfaces(),
				policy.count(found, REPLACING), masks.dates().originals(),
				policy.count(found, EnumSet.of(ScrubMode.ALLOW)));
	}

	/**
	 * Show what would become of texts, and why.
	 * @param texts the texts
	 * @param scope the conversation within which pseudonyms are stable
	 * @return for each text what a provider would see of it, and its identifiers
	 */
	public List<Preview> preview(List<String> texts, String scope) {
		return preview(Texts.of(texts), scope, ScrubPolicy.of(ScrubMode.PSEUDONYMISE));
	}

	/**
	 * Show what a policy would make of texts, and why. What it blocks is shown redacted.
	 * @param texts the texts
	 * @param scope the conversation within which pseudonyms are stable
	 * @param policy what is done with identifiers
	 * @return for each text what a provider would see of it, and its identifiers
	 */
	public List<Preview> preview(Texts texts, String scope, ScrubPolicy policy) {
		List<List<Span>> found = policy.counting(this.examiner.examine(texts));
		List<String> masked = replace(texts.all(), found, masks(texts.all(), found, scope, policy).replacement());
		List<Preview> previews = new ArrayList<>(masked.size());
		for (int i = 0; i < masked.size(); i++) {
			previews.add(new Preview(masked.get(i), found.get(i)));
		}
		return previews;
	}

	private Masks masks(List<String> texts, List<List<Span>> found, String scope, ScrubPolicy policy) {
		PseudonymKey key = this.master.keyOf(scope);
		List<Identifier> shifting = identifiers(texts, found, policy, EnumSet.of(ScrubMode.SHIFT_DATES));
		ShiftedDates dates = shifting.isEmpty() ? ShiftedDates.none()
				: ShiftedDates.of(DateShift.of(key, LocalDate.now(this.clock)), shifting);
		List<Identifier> naming = identifiers(texts, found, policy, NAMING);
		naming.removeIf((identifier) -> dates.of(identifier).isPresent());
		return Masks.of(policy, Pseudonyms.issue(key, naming, texts), dates);
	}

	private static List<Identifier> identifiers(List<String> texts, List<List<Span>> found, ScrubPolicy policy,
			Set<ScrubMode> modes) {
		List<Identifier> identifiers = new ArrayList<>();
		for (int i = 0; i < texts.size(); i++) {
			for (Span span : found.get(i)) {
				if (modes.contains(policy.modeOf(span.type()))) {
					identifiers.add(new Identifier(span.type(), texts.get(i).substring(span.start(), span.end())));
				}
			}
		}
		return identifiers;
	}

	private static List<String> replace(List<String> texts, List<List<Span>> found, Replacement replacement) {
		List<String> replaced = new ArrayList<>(texts.size());
		for (int i = 0; i < texts.size(); i++) {
			replaced.add(replacement.apply(texts.get(i), found.get(i)));
		}
		return replaced;
	}

	/**
	 * What stands for the identifiers of one request.
	 */
	private record Masks(Replacement replacement, Pseudonyms pseudonyms, ShiftedDates dates) {

		static Masks of(ScrubPolicy policy, Pseudonyms pseudonyms, ShiftedDates dates) {
			Replacement named = new Replacement.Pseudonymise(pseudonyms);
			Map<EntityType, Replacement> byType = new EnumMap<>(EntityType.class);
			for (EntityType type : EntityType.values()) {
				byType.put(type, switch (policy.modeOf(type)) {
					case PSEUDONYMISE -> named;
					case SHIFT_DATES -> new Replacement.ShiftDates(dates, named);
					case REDACT, BLOCK -> new Replacement.Redact();
					case ALLOW -> new Replacement.Keep();
				});
			}
			return new Masks(new Replacement.ByType(byType), pseudonyms, dates);
		}

	}

}
