package io.hilum.phi.detect.pattern;

import java.util.List;

import io.hilum.phi.detect.Detector;
import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.Span;
import io.hilum.phi.detect.TokenKind;

/**
 * Finds mail addresses written in words: {@code jo dot doe at clinic dot org},
 * {@code jo (at) clinic [dot] org}.
 */
final class SpokenEmailDetector implements Detector {

	private static final int MAX_LABELS = 8;

	@Override
	public List<Span> detect(Document document) {
		Findings findings = new Findings(document, "spoken-email");
		for (int i = 1; i < document.size(); i++) {
			if (isAt(document, i)) {
				int start = localPart(document, beforeWord(document, i));
				int end = domain(document, afterWord(document, i));
				end = (end > 0 || start < 0) ? end : plainDomain(document, start, i);
				if (end > 0 && start >= 0) {
					findings.add(start, end, EntityType.EMAIL, 0.97);
					i = end - 1;
				}
			}
		}
		return findings.spans();
	}

	private static boolean isAt(Document document, int i) {
		return document.symbol(i, '@') || document.is(i, "at");
	}

	private static int afterWord(Document document, int i) {
		return document.symbolOf(i + 1, ")]}>") ? i + 2 : i + 1;
	}

	private static int beforeWord(Document document, int i) {
		return document.symbolOf(i - 1, "([{<") ? i - 2 : i - 1;
	}

	/** The token after the last label, -1 if no label follows a dot in words. */
	private static int domain(Document document, int first) {
		int at = Chunk.at(document, first, "-_.").end();
		boolean spoken = false;
		for (int label = 0; label < MAX_LABELS && at > 0; label++) {
			int next = afterDot(document, at);
			Chunk chunk = (next < 0) ? Chunk.NONE : Chunk.at(document, next, "-_.");
			if (chunk.isEmpty()) {
				break;
			}
			spoken |= !document.symbol(at, '.');
			at = chunk.end();
		}
		return spoken ? at : -1;
	}

	/** {@code jo.doe at clinic.org}, but no {@code seen at clinic.org}. */
	private static int plainDomain(Document document, int start, int at) {
		Chunk local = Chunk.at(document, start);
		Chunk domain = Chunk.at(document, at + 1, "-.");
		boolean address = (local.tokens() > 1 || local.digits() > 0) && local.letters() > 0 && local.end() == at;
		boolean host = domain.tokens() > 2 && UrlDetector.DOMAINS.contains(document.folded(domain.end() - 1));
		return address && host ? domain.end() : -1;
	}

	/** The token after a dot in words or in brackets, -1 if there is none. */
	private static int afterDot(Document document, int i) {
		int at = document.symbolOf(i, "([{<") ? i + 1 : i;
		if (!document.is(at, "dot") && !(at > i && document.symbol(at, '.'))) {
			return -1;
		}
		return document.symbolOf(at + 1, ")]}>") ? at + 2 : at + 1;
	}

	private static int localPart(Document document, int last) {
		if (!document.alphanumeric(last)) {
			return -1;
		}
		int start = last;
		for (int part = 0; part < MAX_LABELS; part++) {
			if (isJoiner(document, start - 1) && document.alphanumeric(start - 2)) {
				start -= 2;
			}
			else {
				break;
			}
		}
		return start;
	}

	private static boolean isJoiner(Document document, int i) {
		if (document.kind(i) == TokenKind.SYMBOL) {
			return document.symbolOf(i, "._-+") && document.joined(i) && document.joined(i - 1);
		}
		return document.is(i, "dot") || document.is(i, "underscore") || document.is(i, "dash");
	}

}
