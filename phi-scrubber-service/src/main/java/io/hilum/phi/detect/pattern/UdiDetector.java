package io.hilum.phi.detect.pattern;

import java.util.List;

import io.hilum.phi.detect.Detector;
import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.Span;
import io.hilum.phi.detect.TokenKind;

/**
 * Finds unique device identifiers (21 CFR 830) in the readable form of GS1:
 * {@code (01)00694596699826(21)U1691}.
 */
final class UdiDetector implements Detector {

	private static final int DIGITS_OF_ITEM = 14;

	@Override
	public List<Span> detect(Document document) {
		Findings findings = new Findings(document, "udi");
		for (int i = 0; i < document.size(); i++) {
			if (isApplication(document, i) && document.is(i + 1, "01") && document.length(i + 3) == DIGITS_OF_ITEM
					&& document.kind(i + 3) == TokenKind.NUMBER) {
				int end = i;
				while (isApplication(document, end)) {
					end = Chunk.at(document, end + 3, "-./_").end();
				}
				findings.add(i, end, EntityType.DEVICE, 0.95);
				i = end - 1;
			}
		}
		return findings.spans();
	}

	/** {@code (21)X}. */
	private static boolean isApplication(Document document, int i) {
		return document.symbol(i, '(') && document.kind(i + 1) == TokenKind.NUMBER && document.length(i + 1) <= 3
				&& document.symbol(i + 2, ')') && document.alphanumeric(i + 3);
	}

}
