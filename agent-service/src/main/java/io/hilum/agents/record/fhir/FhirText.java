package io.hilum.agents.record.fhir;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.hilum.agents.record.RecordKind;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;

/**
 * A resource as text for people and models: a line for each element, so that what stands
 * in a value cannot look like another element. Pure.
 */
final class FhirText {

	private static final int LONGEST = 8000;

	private static final int REPLACEMENT = 0xFFFD;

	private FhirText() {
	}

	static String of(RecordKind kind, Resource resource) {
		StringBuilder text = new StringBuilder();
		for (String element : FhirForm.of(kind).shown()) {
			values(resource, element).forEach((value) -> text.append(element).append(": ").append(value).append('\n'));
		}
		if (resource instanceof MedicationRequest && values(resource, "medication").findAny().isEmpty()) {
			text.append("caution: the medicine is named elsewhere and not shown\n");
		}
		if (isQualified(resource)) {
			text.append("caution: something that is not shown changes what this entry means\n");
		}
		return (text.length() > LONGEST) ? cut(text.toString(), LONGEST) + "\ncaution: the rest is not shown\n"
				: text.toString();
	}

	/** Whether something unknown changes what it means, however deep in it that is. */
	private static boolean isQualified(Base value) {
		return value.children()
			.stream()
			.anyMatch((property) -> property.hasValues() && property.getName().equals("modifierExtension")
					|| property.getValues().stream().anyMatch(FhirText::isQualified));
	}

	static String title(RecordKind kind, Resource resource) {
		String named = FhirForm.of(kind)
			.title()
			.stream()
			.flatMap((element) -> values(resource, element).limit(1))
			.collect(Collectors.joining(", "));
		String label = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
		return "Record, " + label + (named.isEmpty() ? "" : ": " + named);
	}

	private static Stream<String> values(Resource resource, String element) {
		List<Base> values = resource.children()
			.stream()
			.filter((property) -> name(property).equals(element))
			.flatMap((property) -> property.getValues().stream())
			.toList();
		return values.stream().map(FhirValue::of).filter((text) -> !text.isEmpty());
	}

	/** The beginning of a text, without half of a character at its end. */
	static String cut(String text, int length) {
		return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
	}

	/** A text that every encoder takes: halves of characters are replaced. */
	static String whole(String text) {
		StringBuilder whole = new StringBuilder(text.length());
		text.codePoints().forEach((point) -> whole.appendCodePoint(isHalf(point) ? REPLACEMENT : point));
		return whole.toString();
	}

	private static boolean isHalf(int point) {
		return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
	}

	/** The name of an element, that of a choice without its mark. */
	static String name(Property property) {
		return property.getName().replace("[x]", "");
	}

}
