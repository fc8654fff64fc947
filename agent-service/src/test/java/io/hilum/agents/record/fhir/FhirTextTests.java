package io.hilum.agents.record.fhir;

import io.hilum.agents.record.RecordKind;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.junit.jupiter.api.Test;

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

}
