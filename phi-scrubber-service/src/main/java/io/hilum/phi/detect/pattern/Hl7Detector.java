package io.hilum.phi.detect.pattern;

import java.util.List;
import java.util.Map;

import io.hilum.phi.detect.Detector;
import io.hilum.phi.detect.Document;
import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Findings;
import io.hilum.phi.detect.Span;
import org.jspecify.annotations.Nullable;

/**
 * Finds identifiers by their place in segments of HL7 v2 (chapters 2 to 6).
 */
final class Hl7Detector implements Detector {

	private static final int LONGEST_CODE = 4;

	private static final double SURE = 0.97;

	/** What a field holds, by segment and number of the field. */
	private static final Map<String, Content> FIELDS = Map.ofEntries(Map.entry("MSH-4", Content.FACILITY),
			Map.entry("MSH-6", Content.FACILITY), Map.entry("MSH-10", Content.OTHER_ID),
			Map.entry("PID-2", Content.MRN), Map.entry("PID-3", Content.MRN), Map.entry("PID-4", Content.MRN),
			Map.entry("PID-5", Content.NAME), Map.entry("PID-6", Content.NAME), Map.entry("PID-7", Content.DATE),
			Map.entry("PID-9", Content.NAME), Map.entry("PID-11", Content.ADDRESS),
			Map.entry("PID-12", Content.LOCATION), Map.entry("PID-13", Content.PHONE),
			Map.entry("PID-14", Content.PHONE), Map.entry("PID-18", Content.ACCOUNT), Map.entry("PID-19", Content.SSN),
			Map.entry("PID-20", Content.LICENSE), Map.entry("PID-21", Content.MRN),
			Map.entry("PID-23", Content.LOCATION), Map.entry("PID-29", Content.DATE), Map.entry("NK1-2", Content.NAME),
			Map.entry("NK1-4", Content.ADDRESS), Map.entry("NK1-5", Content.PHONE), Map.entry("NK1-6", Content.PHONE),
			Map.entry("PV1-5", Content.OTHER_ID), Map.entry("PV1-7", Content.PERSON),
			Map.entry("PV1-8", Content.PERSON), Map.entry("PV1-9", Content.PERSON), Map.entry("PV1-17", Content.PERSON),
			Map.entry("PV1-19", Content.OTHER_ID), Map.entry("PV1-50", Content.OTHER_ID),
			Map.entry("GT1-2", Content.ACCOUNT), Map.entry("GT1-3", Content.NAME), Map.entry("GT1-5", Content.ADDRESS),
			Map.entry("GT1-6", Content.PHONE), Map.entry("GT1-7", Content.PHONE), Map.entry("GT1-8", Content.DATE),
			Map.entry("GT1-12", Content.SSN), Map.entry("IN1-2", Content.HEALTH_PLAN),
			Map.entry("IN1-16", Content.NAME), Map.entry("IN1-18", Content.DATE), Map.entry("IN1-19", Content.ADDRESS),
			Map.entry("IN1-36", Content.HEALTH_PLAN), Map.entry("IN1-49", Content.HEALTH_PLAN),
			Map.entry("ORC-2", Content.OTHER_ID), Map.entry("ORC-3", Content.OTHER_ID),
			Map.entry("ORC-10", Content.PERSON), Map.entry("ORC-12", Content.PERSON),
			Map.entry("OBR-2", Content.OTHER_ID), Map.entry("OBR-3", Content.OTHER_ID),
			Map.entry("OBR-10", Content.PERSON), Map.entry("OBR-16", Content.PERSON),
			Map.entry("OBR-32", Content.PERSON), Map.entry("PD1-4", Content.PERSON), Map.entry("MRG-1", Content.MRN),
			Map.entry("MRG-7", Content.NAME), Map.entry("OBX-16", Content.PERSON), Map.entry("TXA-9", Content.PERSON),
			Map.entry("EVN-5", Content.PERSON), Map.entry("ROL-4", Content.PERSON), Map.entry("FT1-20", Content.PERSON),
			Map.entry("ACC-1", Content.DATE), Map.entry("PV1-3", Content.BED), Map.entry("PV1-6", Content.BED),
			Map.entry("PV1-42", Content.BED), Map.entry("PV1-52", Content.PERSON), Map.entry("PID-26", Content.DATE),
			Map.entry("SCH-1", Content.OTHER_ID), Map.entry("SCH-2", Content.OTHER_ID),
			Map.entry("SCH-12", Content.PERSON), Map.entry("SCH-13", Content.PHONE),
			Map.entry("SCH-16", Content.PERSON), Map.entry("SCH-17", Content.PHONE),
			Map.entry("SCH-20", Content.PERSON), Map.entry("SCH-21", Content.PHONE), Map.entry("AIP-3", Content.PERSON),
			Map.entry("AIL-3", Content.BED), Map.entry("ORC-11", Content.PERSON), Map.entry("ORC-14", Content.PHONE),
			Map.entry("ORC-19", Content.PERSON), Map.entry("OBR-17", Content.PHONE),
			Map.entry("OBR-28", Content.PERSON), Map.entry("OBR-33", Content.PERSON),
			Map.entry("OBR-34", Content.PERSON), Map.entry("OBR-35", Content.PERSON),
			Map.entry("RXA-10", Content.PERSON), Map.entry("RXE-13", Content.PERSON),
			Map.entry("RXE-15", Content.OTHER_ID), Map.entry("PR1-8", Content.PERSON),
			Map.entry("PR1-11", Content.PERSON), Map.entry("DG1-16", Content.PERSON),
			Map.entry("SPM-2", Content.OTHER_ID), Map.entry("SPM-3", Content.OTHER_ID),
			Map.entry("TXA-5", Content.PERSON), Map.entry("TXA-10", Content.PERSON),
			Map.entry("TXA-11", Content.PERSON), Map.entry("TXA-12", Content.OTHER_ID),
			Map.entry("TXA-14", Content.OTHER_ID), Map.entry("TXA-22", Content.PERSON),
			Map.entry("FT1-2", Content.OTHER_ID), Map.entry("FT1-21", Content.PERSON),
			Map.entry("NK1-12", Content.ACCOUNT), Map.entry("NK1-16", Content.DATE), Map.entry("NK1-30", Content.NAME),
			Map.entry("NK1-31", Content.PHONE), Map.entry("NK1-37", Content.SSN), Map.entry("GT1-19", Content.ACCOUNT),
			Map.entry("IN2-1", Content.OTHER_ID), Map.entry("IN2-2", Content.SSN),
			Map.entry("IN2-6", Content.HEALTH_PLAN), Map.entry("IN2-8", Content.HEALTH_PLAN),
			Map.entry("IN2-61", Content.HEALTH_PLAN));

	/** The kinds of fields. */
	private enum Content {

		OTHER_ID, MRN, NAME, DATE, ADDRESS, LOCATION, PHONE, ACCOUNT, SSN, LICENSE, HEALTH_PLAN, PERSON, BED, FACILITY

	}

	@Override
	public List<Span> detect(Document document) {
		Findings findings = new Findings(document, "hl7");
		String text = document.text();
		int lineStart = 0;
		while (lineStart < text.length()) {
			int lineEnd = TextLines.end(text, lineStart);
			if (isSegment(text, lineStart, lineEnd)) {
				segment(text, lineStart, lineEnd, findings);
			}
			lineStart = lineEnd + 1;
		}
		return findings.spans();
	}

	private static boolean isSegment(String text, int start, int end) {
		if (end - start < 6 || text.charAt(start + 3) != '|') {
			return false;
		}
		for (int i = start; i < start + 3; i++) {
			char unit = text.charAt(i);
			if (!(unit >= 'A' && unit <= 'Z') && !(i > start && unit >= '0' && unit <= '9')) {
				return false;
			}
		}
		return true;
	}

	private static void segment(String text, int start, int end, Findings findings) {
		String name = text.substring(start, start + 3);
		int number = name.equals("MSH") ? 1 : 0;
		int from = start;
		for (int at = start; at <= end; at++) {
			if (at == end || text.charAt(at) == '|') {
				Content content = (number > 0 && at > from) ? FIELDS.get(name + "-" + number) : null;
				if (content != null) {
					field(text, from, at, content, findings);
				}
				number++;
				from = at + 1;
			}
		}
	}

	private static void field(String text, int start, int end, Content content, Findings findings) {
		int from = start;
		for (int at = start; at <= end; at++) {
			if (at == end || text.charAt(at) == '~') {
				switch (content) {
					case NAME -> name(text, from, at, findings);
					case ADDRESS -> components(text, from, at, findings, EntityType.LOCATION, EntityType.LOCATION,
							EntityType.LOCATION, null, EntityType.LOCATION, null, null, null, EntityType.LOCATION);
					case BED -> components(text, from, at, findings, null, EntityType.LOCATION, EntityType.LOCATION,
							EntityType.LOCATION);
					case PHONE -> components(text, from, at, findings, EntityType.PHONE, null, null, EntityType.EMAIL,
							null, EntityType.PHONE, EntityType.PHONE);
					case FACILITY -> facility(text, from, at, findings);
					case PERSON -> person(text, from, at, findings);
					default -> components(text, from, at, findings, EntityType.valueOf(content.name()));
				}
				from = at + 1;
			}
		}
	}

	/** Family name, given name and further names stay together as one name. */
	private static void name(String text, int start, int end, Findings findings) {
		int last = component(text, start, end, 3);
		findings.addWritten(start, trimmed(text, start, last), EntityType.NAME, SURE);
	}

	/** A name; a code of up to four letters, such as {@code HOSP}, tells nothing. */
	private static void facility(String text, int start, int end, Findings findings) {
		int last = component(text, start, end, 1);
		if (last - start > LONGEST_CODE) {
			findings.addWritten(start, last, EntityType.LOCATION, SURE);
		}
	}

	/** A number, then a name. */
	private static void person(String text, int start, int end, Findings findings) {
		int number = component(text, start, end, 1);
		findings.addWritten(start, number, EntityType.LICENSE, SURE);
		if (number < end) {
			name(text, number + 1, end, findings);
		}
	}

	private static void components(String text, int start, int end, Findings findings, @Nullable EntityType... types) {
		int from = start;
		for (EntityType type : types) {
			int to = component(text, from, end, 1);
			if (type != null) {
				findings.addWritten(from, to, type, SURE);
			}
			from = Math.min(to + 1, end);
		}
	}

	/** The end of the component that is so many further on. */
	private static int component(String text, int start, int end, int count) {
		int seen = 0;
		for (int at = start; at < end; at++) {
			if (text.charAt(at) == '^') {
				seen++;
				if (seen == count) {
					return at;
				}
			}
		}
		return end;
	}

	private static int trimmed(String text, int start, int end) {
		int last = end;
		while (last > start && text.charAt(last - 1) == '^') {
			last--;
		}
		return last;
	}

}
