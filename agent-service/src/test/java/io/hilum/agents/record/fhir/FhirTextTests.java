package io.hilum.agents.record.fhir;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.hilum.agents.record.RecordKind;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FhirText}.
 */
class FhirTextTests {

	private static final String CAUTION = "caution: something that is not shown changes what this entry means\n";

	@Test
	void saysThatAPartOfAnEntryIsQualified() {
		Extension perhaps = new Extension("https://hospital.example/perhaps", new BooleanType(true));
		MedicationRequest order = new MedicationRequest();
		order.setMedication(new CodeableConcept().setText("Metformin"));
		order.addDosageInstruction().setText("1 tablet");
		Observation pressure = new Observation();
		pressure.addComponent().setCode(new CodeableConcept().setText("Systolic"));
		Claim claim = new Claim();
		claim.addItem().setSequence(1);
		assertThat(FhirText.of(RecordKind.MEDICATION_REQUEST, order)).doesNotContain("caution");
		order.getDosageInstructionFirstRep().addModifierExtension(perhaps);
		pressure.getComponentFirstRep().addModifierExtension(perhaps);
		claim.getItemFirstRep().addModifierExtension(perhaps);
		assertThat(FhirText.of(RecordKind.MEDICATION_REQUEST, order)).endsWith(CAUTION);
		assertThat(FhirText.of(RecordKind.OBSERVATION, pressure)).endsWith(CAUTION);
		assertThat(FhirText.of(RecordKind.CLAIM, claim)).endsWith(CAUTION);
	}

	/** No annotation can hold them: a class file has them in UTF-8. */
	static List<String> odd() {
		return List.of("\ud83e", "x\udd12", "\udd12\ud83e", "\ud83e\udd12");
	}

	@ParameterizedTest
	@MethodSource("odd")
	void givesAwayNoHalfOfACharacter(String odd) {
		Condition condition = new Condition();
		condition.setCode(new CodeableConcept().setText(odd));
		condition.addNote().setText("x".repeat(1999) + "\ud83e\udd12");
		for (int i = 0; i < 8; i++) {
			condition.addNote().setText("\ud83e\udd12".repeat(i * 97 + 1));
			condition.addNote().setText("\ud83e\udd12".repeat(1000));
		}
		String text = FhirText.of(RecordKind.CONDITION, condition);
		assertThat(text).contains("caution: the rest is not shown")
			.isEqualTo(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
		assertThat(text.codePoints().filter((point) -> point >= 0xD800 && point <= 0xDFFF)).isEmpty();
		assertThat(text.contains("\uFFFD")).isEqualTo(!odd.equals("\ud83e\udd12"));
	}

}
