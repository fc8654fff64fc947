package io.hilum.agents.record.fhir;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.Money;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Ratio;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * A value of FHIR R4 on one line. Ids of other resources and attached files are left out.
 * Pure.
 */
final class FhirValue {

	private static final int LONGEST = 2000;

	private static final Set<String> LEFT_OUT = Set.of("id", "extension", "modifierExtension");

	private FhirValue() {
	}

	static String of(Base value) {
		String text = FhirText.whole(written(value)).strip().replaceAll("\\s+", " ");
		return (text.length() > LONGEST) ? FhirText.cut(text, LONGEST) + "…" : text;
	}

	private static String written(Base value) {
		return switch (value) {
			case PrimitiveType<?> primitive -> or(primitive.getValueAsString());
			case Quantity quantity -> quantity(quantity);
			case CodeableConcept concept -> concept(concept);
			case Coding coding -> coding(coding);
			case Period period -> joined(" to ", or(period.getStartElement().getValueAsString()),
					or(period.getEndElement().getValueAsString()));
			case Range range -> joined(" to ", quantity(range.getLow()), quantity(range.getHigh()));
			case Ratio ratio -> joined(" / ", quantity(ratio.getNumerator()), quantity(ratio.getDenominator()));
			case Money money -> joined(" ", or(money.getValueElement().getValueAsString()),
					or(money.getCurrencyElement().getValueAsString()));
			case HumanName name -> name.hasText() ? name.getText() : or(name.getNameAsSingleString());
			case Identifier identifier -> or(identifier.getValue());
			case Annotation note -> joined(" ", or(note.getTimeElement().getValueAsString()), or(note.getText()));
			case Attachment file -> or(file.getTitle());
			case Reference reference -> reference(reference);
			case Dosage dosage when dosage.hasText() -> dosage.getText();
			default -> parts(value);
		};
	}

	private static String parts(Base value) {
		return value.children()
			.stream()
			.filter((property) -> !LEFT_OUT.contains(property.getName()))
			.flatMap((property) -> property.getValues()
				.stream()
				.map(FhirValue::of)
				.filter((text) -> !text.isEmpty())
				.map((text) -> FhirText.name(property) + " " + text))
			.collect(Collectors.joining("; "));
	}

	private static String quantity(Quantity quantity) {
		String comparator = or(quantity.getComparatorElement().getValueAsString());
		String unit = quantity.hasUnit() ? quantity.getUnit() : or(quantity.getCode());
		return joined(" ", comparator, or(quantity.getValueElement().getValueAsString()), unit);
	}

	private static String concept(CodeableConcept concept) {
		String codings = concept.getCoding().stream().map(FhirValue::coding).collect(Collectors.joining(", "));
		if (!concept.hasText()) {
			return codings;
		}
		return codings.isEmpty() ? concept.getText() : concept.getText() + " (" + codings + ")";
	}

	private static String coding(Coding coding) {
		return joined(" ", or(coding.getDisplay()), or(coding.getCode()));
	}

	/** What it points to is not read, but what came with it is. */
	private static String reference(Reference reference) {
		if (reference.getResource() instanceof Medication medication) {
			String named = concept(medication.getCode());
			return named.isEmpty() ? or(reference.getDisplay()) : named;
		}
		return or(reference.getDisplay());
	}

	private static String joined(String between, String... parts) {
		return Stream.of(parts).filter((part) -> !part.isEmpty()).collect(Collectors.joining(between));
	}

	private static String or(@Nullable String text) {
		return (text != null) ? text : "";
	}

}
