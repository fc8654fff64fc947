package io.hilum.phi.detect.pattern;

import java.util.List;

import io.hilum.phi.detect.Detector;
import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.Span;

/**
 * Finds mail addresses around each {@code @}. Neither side is checked for a known domain:
 * an address within a hospital may have none.
 */
final class EmailDetector implements Detector {

	private static final String LOCAL = "._%+-~!#$*";

	@Override
	public List<Span> detect(Document document) {
		Findings findings = new Findings(document, "email");
		int from = 0;
		for (int i = 0; i < document.size(); i++) {
			if (document.symbol(i, '@')) {
				int start = localPart(document, i, from);
				Chunk domain = document.joined(i) ? Chunk.at(document, i + 1, ".-_") : Chunk.NONE;
				if (start < i && !domain.isEmpty()) {
					findings.add(start, domain.end(), EntityType.EMAIL, 0.99);
					i = domain.end() - 1;
				}
				else if (start == i && isHandle(document, i)) {
					findings.add(i + 1, Chunk.at(document, i + 1, "._-").end(), EntityType.OTHER_ID, 0.8);
				}
				from = i + 1;
			}
		}
		return findings.spans();
	}

	/** {@code @jo.doe}, {@code @jdoe7}; but no {@code @Override}. */
	private static boolean isHandle(Document document, int at) {
		Chunk name = document.joined(at) && !document.joined(at - 1) ? Chunk.at(document, at + 1, "._-") : Chunk.NONE;
		boolean code = document.symbolOf(name.end(), "(:/");
		return name.length() > 3 && !code && name.letters() > 0 && (name.digits() > 0 || document.symbol(at + 2, '.'));
	}

	/** Goes left no further than the last address, so the whole pass stays linear. */
	private static int localPart(Document document, int at, int from) {
		int start = at;
		while (start > from && document.joined(start - 1)
				&& (document.alphanumeric(start - 1) || document.symbolOf(start - 1, LOCAL))
				&& !isDelimiter(document, start - 1)) {
			start--;
		}
		while (start < at && !document.alphanumeric(start)) {
			start++;
		}
		return start;
	}

	/** One star parts elements of X12, several hide letters. */
	private static boolean isDelimiter(Document document, int i) {
		return document.symbol(i, '*') && !document.symbol(i - 1, '*') && !document.symbol(i + 1, '*');
	}

}
