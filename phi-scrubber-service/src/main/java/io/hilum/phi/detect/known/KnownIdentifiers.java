package io.hilum.phi.detect.known;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.Span;
import org.jspecify.annotations.Nullable;

/**
 * Finds the identities that came with a request wherever they stand, and the numbers that
 * were surely found in one of its texts in all others, however they are grouped there.
 * Belongs to one request.
 */
public final class KnownIdentifiers {

	private static final int MAX_FOUND = 2000;

	private static final int LEAST_FOUND = 6;

	private static final int LEAST_GIVEN = 4;

	private static final int MAX_LENGTH = 40;

	private static final double SURE = 0.85;

	private static final Set<EntityType> NUMBERS = EnumSet.of(EntityType.SSN, EntityType.MRN, EntityType.HEALTH_PLAN,
			EntityType.ACCOUNT, EntityType.LICENSE, EntityType.VEHICLE, EntityType.DEVICE, EntityType.PHONE,
			EntityType.FAX, EntityType.BIOMETRIC, EntityType.OTHER_ID);

	private final Phrases<Found> phrases = new Phrases<>();

	private final Map<String, Found> numbers = new HashMap<>();

	/** Of the beginnings of all numbers, their hashes: a collision costs a look more. */
	private final Set<Integer> beginnings = new HashSet<>();

	/**
	 * Know what came with a request, and what was found in it.
	 * @param identities the identities that came with it
	 * @param documents its texts
	 * @param found the spans of each text
	 */
	public KnownIdentifiers(List<Identity> identities, List<Document> documents, List<List<Span>> found) {
		for (Identity identity : identities) {
			Found given = new Found(identity.type(), 1.0, "identity");
			this.phrases.add(identity.value(), given);
			number(identity.value(), LEAST_GIVEN, given);
		}
		for (int i = 0; i < documents.size(); i++) {
			String text = documents.get(i).text();
			for (Span span : found.get(i)) {
				if (span.score() >= SURE && NUMBERS.contains(span.type()) && span.length() <= 2 * MAX_LENGTH
						&& this.numbers.size() < MAX_FOUND) {
					number(text.substring(span.start(), span.end()), LEAST_FOUND,
							new Found(span.type(), SURE, "propagation"));
				}
			}
		}
	}

	private void number(String surface, int least, Found kind) {
		Document document = new Document(surface);
		StringBuilder joined = new StringBuilder();
		for (int i = 0; i < document.size(); i++) {
			if (document.alphanumeric(i)) {
				joined.append(document.folded(i));
			}
		}
		String number = joined.toString();
		if (number.length() < least || number.length() > MAX_LENGTH
				|| document.digitsBetween(0, surface.length()) < LEAST_GIVEN) {
			return;
		}
		int hash = 0;
		for (int i = 0; i < number.length(); i++) {
			hash = 31 * hash + number.charAt(i);
			this.beginnings.add(hash);
		}
		this.numbers.putIfAbsent(number, kind);
	}

	/**
	 * Find what is known.
	 * @param document a text
	 * @return the spans, in any order
	 */
	public List<Span> search(Document document) {
		Findings identities = new Findings(document, "identity");
		this.phrases.search(document, (first, end, found) -> identities.add(first, end, found.type(), found.score()));
		if (!this.numbers.isEmpty()) {
			Findings propagated = new Findings(document, "propagation");
			for (int i = 0; i < document.size(); i++) {
				if (document.alphanumeric(i) && this.beginnings.contains(hash(0, document.folded(i)))) {
					longest(document, i, identities, propagated);
				}
			}
			identities.spans().addAll(propagated.spans());
		}
		return identities.spans();
	}

	private static int hash(int before, String group) {
		int hash = before;
		for (int i = 0; i < group.length(); i++) {
			hash = 31 * hash + group.charAt(i);
		}
		return hash;
	}

	/** Groups may be apart by one sign or blank each. */
	private void longest(Document document, int first, Findings identities, Findings propagated) {
		StringBuilder joined = new StringBuilder();
		int hash = 0;
		int end = first;
		@Nullable Found best = null;
		int at = first;
		while (at < document.size() && joined.length() + document.length(at) <= MAX_LENGTH) {
			String group = document.folded(at);
			hash = hash(hash, group);
			if (!this.beginnings.contains(hash)) {
				break;
			}
			joined.append(group);
			Found found = this.numbers.get(joined.toString());
			if (found != null) {
				best = found;
				end = at + 1;
			}
			at = document.alphanumeric(at + 1) ? at + 1 : at + 2;
			if (!document.alphanumeric(at)) {
				break;
			}
		}
		if (best != null) {
			(best.detector().equals("identity") ? identities : propagated).add(first, end, best.type(), best.score());
		}
	}

	/**
	 * What is known of an identifier.
	 */
	private record Found(EntityType type, double score, String detector) {
	}

}
