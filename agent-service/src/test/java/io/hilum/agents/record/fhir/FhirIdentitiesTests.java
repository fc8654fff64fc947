package io.hilum.agents.record.fhir;

import ca.uhn.fhir.context.FhirContext;
import io.hilum.agents.tool.ToolRefusal;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link FhirIdentities}.
 */
class FhirIdentitiesTests {

	private final FhirIdentities identities = new FhirIdentities(FhirContext.forR4Cached());

	@Test
	void readsNothingOfWhichNotAllCanBeTold() {
		Observation full = new Observation();
		for (int i = 0; i < 256; i++) {
			full.addIdentifier(new Identifier().setValue("number " + i));
		}
		this.identities.gather(full);
		this.identities.gather(full);
		assertThat(this.identities.found()).hasSize(256);
		Observation one = new Observation();
		one.addIdentifier(new Identifier().setValue("one more"));
		assertThatExceptionOfType(ToolRefusal.class).isThrownBy(() -> this.identities.gather(one))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("too_many_identifiers"));
	}

	@Test
	void knowsWhoIsReferredToAndTakesNothingElseForAPerson() {
		Medication drug = new Medication();
		drug.setId("drug");
		MedicationRequest order = new MedicationRequest();
		Reference contained = new Reference("#drug").setDisplay("Metformin");
		contained.setResource(drug);
		order.setMedication(contained);
		order.setRequester(new Reference().setDisplay("Dr. Quorl"));
		order.setRecorder(new Reference("urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0").setDisplay("Nurse Vogel"));
		order.addBasedOn(new Reference("CarePlan/1").setDisplay("Diabetes plan"));
		order.addReasonReference(new Reference().setDisplay("Type 2 diabetes"));
		order.addSupportingInformation(new Reference("RelatedPerson/1").setDisplay("Otto Peter"));
		Observation observation = new Observation();
		observation.setSpecimen(new Reference("Specimen/1").setDisplay("Venous blood"));
		observation.addBasedOn(new Reference("ServiceRequest/1").setDisplay("Renal panel"));
		observation.addFocus(
				new Reference().setType("http://hl7.org/fhir/StructureDefinition/Patient").setDisplay("Baby Peter"));
		observation.addNote().setAuthor(new Reference().setDisplay("Dr. Ferro"));
		this.identities.gather(order);
		this.identities.gather(observation);
		assertThat(this.identities.found()).extracting((one) -> one.value().reveal())
			.containsExactlyInAnyOrder("Dr. Quorl", "Nurse Vogel", "Otto Peter", "Baby Peter", "Dr. Ferro");
	}

	@Test
	void saysOfWhichTypeTheNumbersOfAPatientAre() {
		Patient patient = new Patient();
		patient.addIdentifier(new Identifier().setValue("964741"));
		patient.addIdentifier(new Identifier().setSystem("http://hl7.org/fhir/sid/us-ssn").setValue("078-05-1120"));
		patient.addIdentifier(typed("PPN", "C01X00T47"));
		patient.addIdentifier(typed("DL", "S99988801"));
		Observation observation = new Observation();
		observation.addIdentifier(new Identifier().setValue("A-2026-1"));
		observation.addIdentifier(new Identifier().setValue("964741"));
		this.identities.gather(patient);
		this.identities.gather(observation);
		assertThat(this.identities.found()).extracting((one) -> one.type() + " " + one.value().reveal())
			.containsExactlyInAnyOrder("MRN 964741", "SSN 078-05-1120", "OTHER_ID C01X00T47", "LICENSE S99988801",
					"OTHER_ID A-2026-1");
	}

	private static Identifier typed(String code, String value) {
		return new Identifier().setValue(value)
			.setType(new CodeableConcept(new Coding("http://terminology.hl7.org/CodeSystem/v2-0203", code, "")));
	}

	@Test
	void tellsNoHalfOfACharacter() {
		Patient patient = new Patient();
		patient.addIdentifier(new Identifier().setValue("964\ud83e741"));
		this.identities.gather(patient);
		assertThat(this.identities.found()).extracting((one) -> one.value().reveal()).containsExactly("964\uFFFD741");
	}

	@Test
	void readsNothingWithANameThatCannotBeTold() {
		Patient patient = new Patient();
		patient.addName(new HumanName().setText("x".repeat(257)));
		assertThatExceptionOfType(ToolRefusal.class).isThrownBy(() -> this.identities.gather(patient))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("too_many_identifiers"));
	}

}
