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
 * Finds web addresses: with a scheme, with {@code www.}, or a host name that ends in a
 * well-known domain; and those that somebody says, {@code my page dot org slash jo}.
 */
final class UrlDetector implements Detector {

	static final Set<String> DOMAINS = Set.of("com", "org", "net", "edu", "gov", "mil", "info", "biz", "io", "health",
			"care", "clinic", "us", "co", "uk", "ca", "app", "dev", "local", "internal", "lan", "int", "tv", "example",
			"test", "xyz", "online", "website", "tech");

	/** Domains that are words or ends of sentences too, so that a path has to follow. */
	private static final Set<String> SHORT_DOMAINS = Set.of("me", "ly", "gg", "ai", "site", "page", "link", "cloud",
			"de", "fr", "es", "mx", "ng", "in", "au", "nz", "br", "ph", "to", "gl", "pk", "ie", "nl", "it", "ch", "se",
			"live");

	/** Hosts of vocabularies, guidelines and literature. */
	private static final Set<String> REFERENCES = Set.of("hl7.org", "loinc.org", "snomed.info", "nih.gov", "cdc.gov",
			"fda.gov", "cms.gov", "who.int", "w3.org", "clinicaltrials.gov", "unitsofmeasure.org", "doi.org",
			"ietf.org", "rfc-editor.org", "iana.org", "ihe.net", "dicomstandard.org", "pubmed.gov",
			"uspreventiveservicestaskforce.org");

	/** Domains as they are said. */
	private static final Set<String> SPOKEN = Set.of("com", "org", "net", "edu", "gov", "io");

	/** No host, before {@code dot com}. */
	private static final Set<String> NO_HOSTS = Set.of("the", "a", "of", "or", "and", "failed", "old", "every");

	private static final int MOST_PARTS = 6;

	private static final String CLOSING = ".,;:!?'\"*)]}";

	@Override
	public List<Span> detect(Document document) {
		Findings findings = new Findings(document, "url");
		for (int i = 0; i < document.size(); i++) {
			if (starts(document, i)) {
				int end = end(document, i);
				if (!isReference(document, i, end)) {
					findings.add(i, end, EntityType.URL, 0.95);
				}
				i = end - 1;
			}
			else if (document.is(i, "dot") && SPOKEN.contains(document.folded(i + 1))) {
				i = spoken(document, i, findings);
			}
			else if (document.joined(i) && document.alphanumeric(i) && !document.joined(i - 1)) {
				i = host(document, i, findings);
			}
		}
		return findings.spans();
	}

	/**
	 * Whether a web address is that of a public standard or library, which names nobody.
	 */
	private static boolean isReference(Document document, int first, int end) {
		int slashes = document.symbol(first + 1, ':') ? first + 4 : first + 2;
		int last = Chunk.at(document, slashes, ".-").end() - 1;
		return last > slashes && last < end
				&& REFERENCES.contains(document.folded(last - 2) + "." + document.folded(last));
	}

	private static boolean starts(Document document, int i) {
		if (document.kind(i) != TokenKind.WORD || !document.joined(i) || !document.joined(i + 1)) {
			return false;
		}
		if (document.symbol(i + 1, ':')) {
			return document.symbol(i + 2, '/') && document.joined(i + 2) && document.symbol(i + 3, '/');
		}
		return document.is(i, "www") && document.symbol(i + 1, '.');
	}

	/**
	 * A bare host name such as {@code records.clinic.org/p/1}; gives the token to go on
	 * from.
	 */
	private static int host(Document document, int i, Findings findings) {
		Chunk chunk = Chunk.at(document, i, ".-");
		int last = chunk.end() - 1;
		boolean named = last > i && document.symbol(last - 1, '.') && chunk.letters() > chunk.digits()
				&& !document.upperCase(last)
				&& (DOMAINS.contains(document.folded(last)) || (SHORT_DOMAINS.contains(document.folded(last))
						&& document.joined(last) && document.symbol(last + 1, '/') && document.joined(last + 1)
						&& document.alphanumeric(last + 2)));
		if (named && !document.symbol(last + 1, '@')) {
			boolean path = document.joined(last) && document.symbolOf(last + 1, "/:?#");
			int end = path ? end(document, i) : chunk.end();
			findings.add(i, end, EntityType.URL, 0.9);
			return end - 1;
		}
		return Math.max(i, last);
	}

	/** {@code w w w dot clinic dot org slash jo}: from the host to the last part. */
	private static int spoken(Document document, int dot, Findings findings) {
		if (!document.alphanumeric(dot - 1) || NO_HOSTS.contains(document.folded(dot - 1))
				|| document.startsLine(dot)) {
			return dot;
		}
		int first = dot - 1;
		for (int n = 0; n < MOST_PARTS && document.is(first - 1, "dot") && document.alphanumeric(first - 2); n++) {
			first -= 2;
		}
		int end = dot + 2;
		for (int n = 0; n < MOST_PARTS && document.is(end, "slash") && document.alphanumeric(end + 1); n++) {
			end += 2;
		}
		findings.add(first, end, EntityType.URL, 0.8);
		return end - 1;
	}

	/**
	 * Goes on to the next blank or quote and gives back the punctuation of the sentence.
	 */
	private static int end(Document document, int first) {
		int end = first + 1;
		while (document.joined(end - 1) && !document.symbolOf(end, "\"<>|^`\\")) {
			end++;
		}
		while (end > first + 1 && document.symbolOf(end - 1, CLOSING)) {
			end--;
		}
		return end;
	}

}
