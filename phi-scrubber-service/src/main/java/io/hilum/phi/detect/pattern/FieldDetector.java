package io.hilum.phi.detect.pattern;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.hilum.phi.detect.Detector;
import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.Span;
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

	private final Map<String, EntityType> keys = load();

	private static Map<String, EntityType> load() {
		Map<String, EntityType> keys = new HashMap<>();
		try (InputStream in = Objects.requireNonNull(FieldDetector.class.getResourceAsStream("fields.txt"))) {
			String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
			text.lines().filter((line) -> !line.startsWith("#")).forEach((line) -> {
				EntityType type = EntityType.valueOf(line.substring(0, line.indexOf('|')).strip());
				for (String key : line.substring(line.indexOf('|') + 1).split(",", -1)) {
					keys.put(key.strip(), type);
				}
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException("fields.txt is part of the jar", ex);
		}
		return Map.copyOf(keys);
	}

	@Override
	public List<Span> detect(Document document) {
		Findings findings = new Findings(document, "field");
		EntityType fhirType = null;
		for (int i = 0; i < document.size(); i++) {
			int colon = document.symbol(i, '"') ? endOfKey(document, i) : -1;
			if (colon > 0) {
				String key = key(document, i, colon);
				EntityType type = key.equals("value") ? fhirType : this.keys.get(key);
				fhirType = key.equals("type") ? fhirType(document, colon + 1) : fhirType;
				i = (type != null) ? values(document, colon + 1, type, findings) - 1 : colon;
			}
		}
		return findings.spans();
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
		if (end > first + 1 && isWorthy(document, first + 1, end, type)) {
			findings.add(first + 1, end, type, 0.94);
		}
		return document.symbol(end, '"') ? end + 1 : end;
	}

	private static boolean isWorthy(Document document, int first, int end, EntityType type) {
		int digits = document.digitsBetween(document.start(first), document.end(end - 1));
		return switch (type) {
			case NAME -> digits == 0 && end - first <= 9;
			case LOCATION, URL, EMAIL, PHOTO -> true;
			case DATE -> digits > 4;
			case OTHER_ID -> digits >= 2 || end - first == 1 || document.symbolOf(first + 1, "._-@");
			default -> digits >= 3;
		};
	}

}
