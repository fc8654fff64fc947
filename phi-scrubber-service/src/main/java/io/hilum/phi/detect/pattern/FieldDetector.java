package io.hilum.phi.detect.pattern;

import java.util.List;
import java.util.Map;

import io.hilum.phi.detect.Detector;
import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.Span;
import io.hilum.phi.detect.TokenKind;
import org.jspecify.annotations.Nullable;

/**
 * Finds the values of telling keys in JSON: {@code "family": "Peter"}, {@code "line": ["1
 * Main St"]}, and FHIR's {@code {"type": "MR", "value": "123"}}. The text need not be
 * valid JSON, since prompts quote pieces of it.
 */
final class FieldDetector implements Detector {

	private static final int MAX_KEY = 9;

	private static final int MAX_VALUE = 80;

	private static final Map<String, EntityType> FHIR_TYPES = Map.of("mr", EntityType.MRN, "ss", EntityType.SSN, "mb",
			EntityType.HEALTH_PLAN, "sn", EntityType.HEALTH_PLAN, "dl", EntityType.LICENSE, "npi", EntityType.LICENSE,
			"an", EntityType.ACCOUNT, "ppn", EntityType.LICENSE, "pi", EntityType.MRN, "vn", EntityType.OTHER_ID);

	private final Fields fields;

	FieldDetector(Fields fields) {
		this.fields = fields;
	}

	@Override
	public List<Span> detect(Document document) {
		Findings findings = new Findings(document, "field");
		EntityType fhirType = null;
		for (int i = 0; i < document.size(); i++) {
			int colon = document.symbol(i, '"') ? endOfKey(document, i) : -1;
			if (colon > 0) {
				String key = key(document, i, colon);
				EntityType type = type(document, colon, key, fhirType);
				fhirType = key.equals("type") ? fhirType(document, colon + 1) : fhirType;
				i = (type != null) ? values(document, colon + 1, type, findings) - 1 : colon;
			}
		}
		return findings.spans();
	}

	private @Nullable EntityType type(Document document, int colon, String key, @Nullable EntityType fhirType) {
		if (key.equals("value")) {
			return fhirType;
		}
		boolean reference = key.equals("reference") && document.symbol(colon + 3, '/')
				&& document.symbol(colon + 5, '"');
		return reference ? EntityType.MRN : this.fields.of(key);
	}

	/** The colon after the quoted key that starts here, or -1. */
	private static int endOfKey(Document document, int quote) {
		for (int i = quote + 1; i <= quote + MAX_KEY; i++) {
			if (document.symbol(i, '"')) {
				return document.symbol(i + 1, ':') ? i + 1 : -1;
			}
		}
		return -1;
	}

	private static String key(Document document, int quote, int colon) {
		StringBuilder key = new StringBuilder();
		for (int i = quote + 1; i < colon - 1; i++) {
			if (document.alphanumeric(i)) {
				key.append(document.folded(i));
			}
		}
		return key.toString();
	}

	private static @Nullable EntityType fhirType(Document document, int i) {
		return document.symbol(i, '"') ? FHIR_TYPES.get(document.folded(i + 1)) : null;
	}

	private static int values(Document document, int first, EntityType type, Findings findings) {
		if (!document.symbol(first, '[')) {
			return value(document, first, type, findings);
		}
		int at = first + 1;
		while (document.symbol(at, '"')) {
			at = value(document, at, type, findings);
			at = document.symbol(at, ',') ? at + 1 : at;
		}
		return at;
	}

	/** Marks one value; gives the token after it. */
	private static int value(Document document, int first, EntityType type, Findings findings) {
		if (!document.symbol(first, '"')) {
			boolean number = document.digits(first) >= 3 && type != EntityType.DATE;
			if (number) {
				findings.add(first, first + 1, type, 0.94);
			}
			return first + (number ? 1 : 0);
		}
		int end = first + 1;
		while (end < first + MAX_VALUE && end < document.size() && !document.symbol(end, '"')) {
			end++;
		}
		int from = reference(document, first + 1, end);
		if (end > from && Fields.isWorthy(document.text(), document.start(from), document.end(end - 1), type)) {
			findings.add(from, end, type, 0.94);
		}
		return document.symbol(end, '"') ? end + 1 : end;
	}

	/** The logical id of a reference of FHIR: that of {@code Patient/f201}. */
	private static int reference(Document document, int first, int end) {
		boolean typed = end == first + 3 && document.kind(first) == TokenKind.WORD && document.symbol(first + 1, '/');
		return typed ? first + 2 : first;
	}

}
