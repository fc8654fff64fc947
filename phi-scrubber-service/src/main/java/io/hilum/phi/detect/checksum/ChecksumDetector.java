package io.hilum.phi.detect.checksum;

import java.util.List;

import io.hilum.phi.detect.Detector;
import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.Span;
import org.jspecify.annotations.Nullable;

/**
 * Finds card numbers, NPI, DEA, MBI, VIN and IBAN wherever they stand, with blanks and
 * hyphens between their groups or without.
 */
public final class ChecksumDetector implements Detector {

	private static final int LONGEST = 34;

	/** Cards, MBI and IBAN start with four when they are written in groups. */
	private static final int FIRST_GROUP = 4;

	private static final int MAX_TOKENS = 19;

	@Override
	public List<Span> detect(Document document) {
		Findings findings = new Findings(document, "checksum");
		for (int i = 0; i < document.size(); i++) {
			if (startsGroup(document, i)) {
				int end = longest(document, i, findings);
				i = Math.max(i, end - 1);
			}
		}
		return findings.spans();
	}

	private static boolean startsGroup(Document document, int i) {
		boolean joined = document.joined(i - 1) && document.symbolOf(i - 1, "-_./");
		return !joined && document.alphanumeric(i)
				&& (document.digits(i) > 0 || (document.length(i) == FIRST_GROUP && next(document, i) > 0));
	}

	/** Tries every end of a group within the length of the longest identifier. */
	private static int longest(Document document, int first, Findings findings) {
		StringBuilder value = new StringBuilder();
		int best = first;
		EntityType found = null;
		int at = first;
		while (at < first + MAX_TOKENS && document.alphanumeric(at)
				&& value.length() + document.length(at) <= LONGEST) {
			value.append(document.folded(at));
			EntityType type = endsHere(document, at) ? type(value.toString(), at > first) : null;
			if (type != null) {
				best = at + 1;
				found = type;
			}
			at = (document.length(first) == FIRST_GROUP) ? next(document, at) : -1;
			if (at < 0) {
				break;
			}
		}
		if (found != null) {
			findings.add(first, best, found, 0.9);
		}
		return best;
	}

	/** The next group on the same line after one blank or hyphen, -1 if there is none. */
	private static int next(Document document, int at) {
		int next = document.symbolOf(at + 1, "-‑") && document.joined(at) && document.joined(at + 1) ? at + 2 : at + 1;
		boolean group = !document.startsLine(next) && document.digits(next) > 0;
		return group ? next : -1;
	}

	private static boolean endsHere(Document document, int at) {
		return !(document.joined(at) && document.symbolOf(at + 1, "-_/") && document.joined(at + 1)
				&& document.alphanumeric(at + 2));
	}

	/** What a value proves to be, with NPI, DEA and VIN in one group only. */
	private static @Nullable EntityType type(String value, boolean grouped) {
		if (Checksum.isCard(value) || Checksum.isIban(value)) {
			return EntityType.ACCOUNT;
		}
		if (Checksum.isMbi(value)) {
			return EntityType.HEALTH_PLAN;
		}
		if (grouped) {
			return null;
		}
		if (Checksum.isNpi(value) || Checksum.isDea(value)) {
			return EntityType.LICENSE;
		}
		return Checksum.isVin(value) ? EntityType.VEHICLE : null;
	}

}
