package io.hilum.phi.detect.pattern;

import java.util.List;
import java.util.Set;

import io.hilum.phi.detect.Detector;
import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.Span;
import io.hilum.phi.detect.TokenKind;

/**
 * Finds a surname with initials behind it, as lists of patients, schedules and boards
 * have it: {@code DOE, J.}, {@code van der Doe-Roe, J. R.}.
 */
final class InvertedNameDetector implements Detector {

	private static final int SHORTEST = 2;

	private static final int MOST_INITIALS = 3;

	/** What stands before the initial of a genus, and the species behind it. */
	private static final Set<String> ORGANISMS = Set.of("coli", "faecalis", "faecium", "aureus", "epidermidis",
			"pneumoniae", "pyogenes", "agalactiae", "difficile", "diff", "jejuni", "influenzae", "trachomatis",
			"gonorrhoeae", "meningitidis", "albicans", "glabrata", "auris", "pylori", "cloacae", "aeruginosa",
			"baumannii", "maltophilia", "marcescens", "mirabilis", "vulgaris", "burgdorferi", "pallidum",
			"tuberculosis", "avium", "fragilis", "perfringens", "monocytogenes", "elegans", "cerevisiae", "falciparum",
			"vivax");

	private static final Set<String> CREDENTIALS = Set.of("md", "do", "rn", "np", "pa", "od", "jd", "ma", "ms", "dc");

	private static final Set<String> GREETINGS = Set.of("warmly", "thanks", "best", "regards", "sincerely", "cheers",
			"respectfully", "yours");

	private static final Set<String> PARTICLES = Set.of("de", "del", "della", "da", "dos", "das", "di", "du", "la",
			"le", "van", "von", "der", "den", "ten", "ter", "el", "al", "st", "bin", "ibn", "abu", "mac");

	@Override
	public List<Span> detect(Document document) {
		Findings findings = new Findings(document, "inverted");
		for (int i = 1; i < document.size(); i++) {
			if (document.symbol(i, ',') && document.joined(i - 1) && isSurname(document, i - 1)) {
				int end = endOfInitials(document, i + 1);
				if (end > i + 1 && !ORGANISMS.contains(document.folded(end)) && !isCredential(document, i + 1, end)
						&& !GREETINGS.contains(document.folded(i - 1))) {
					findings.add(start(document, i - 1), end, EntityType.NAME, 0.72);
				}
			}
		}
		return findings.spans();
	}

	/** {@code M.D.}. */
	private static boolean isCredential(Document document, int first, int end) {
		return end == first + 4 && CREDENTIALS.contains(document.folded(first) + document.folded(first + 2));
	}

	private static boolean isSurname(Document document, int i) {
		return document.kind(i) == TokenKind.WORD && document.capitalised(i) && document.length(i) >= SHORTEST;
	}

	/** Goes left over parts of a surname and the particles before it. */
	private static int start(Document document, int last) {
		int at = last;
		while (document.symbolOf(at - 1, "-‑'’") && document.joined(at - 1) && document.joined(at - 2)
				&& document.capitalised(at - 2) && !document.startsLine(at)) {
			at -= 2;
		}
		while (PARTICLES.contains(document.folded(at - 1)) && !document.startsLine(at)) {
			at--;
		}
		return at;
	}

	private static int endOfInitials(Document document, int from) {
		int at = from;
		while (at < from + 2 * MOST_INITIALS && document.length(at) == 1 && document.capitalised(at)
				&& document.symbol(at + 1, '.') && document.joined(at) && !document.startsLine(at)) {
			at += 2;
		}
		return at;
	}

}
