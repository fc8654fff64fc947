package io.hilum.phi.detect.pattern;

import java.util.List;

import io.hilum.phi.detect.Detector;
import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.Span;

/**
 * Finds the user in a line of the common log format: {@code 10.0.0.1 - jdoe [02/Apr/...}.
 */
final class AccessLogDetector implements Detector {

	@Override
	public List<Span> detect(Document document) {
		Findings findings = new Findings(document, "access-log");
		for (int i = 1; i < document.size(); i++) {
			boolean day = document.symbol(i, '[') && document.digits(i + 1) > 0 && document.symbol(i + 2, '/')
					&& Calendar.isMonthName(document.folded(i + 3));
			if (day) {
				int start = i - 1;
				while (start > i - 6 && document.joined(start - 1) && !document.startsLine(start)) {
					start--;
				}
				if (document.symbol(start - 1, '-') && document.alphanumeric(start)) {
					findings.add(start, i, EntityType.OTHER_ID, 0.9);
				}
			}
		}
		return findings.spans();
	}

}
