package io.hilum.agents.record.fhir;

import java.util.List;

import io.hilum.agents.record.RecordKind;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/**
 * How a kind of entries is in FHIR R4: its resource, the search parameter of its time,
 * and those of its elements that are shown, in the order in which they are. What is not
 * named here, narratives and extensions among them, nobody sees.
 *
 * @param type the resource
 * @param time the name of the search parameter
 * @param shown the elements
 * @param title those of them that say what it is
 */
record FhirForm(Class<? extends Resource> type, String time, List<String> shown, List<String> title) {

	private static final FhirForm PATIENT = new FhirForm(Patient.class, "_lastUpdated",
			List.of("name", "gender", "birthDate", "deceased"), List.of());

	private static final FhirForm ENCOUNTER = new FhirForm(Encounter.class, "date", List.of("class", "type", "period",
			"status", "serviceType", "priority", "reasonCode", "diagnosis", "hospitalization", "length"),
			List.of("class", "period"));

	private static final FhirForm CONDITION = new FhirForm(
			Condition.class, "recorded-date", List.of("code", "clinicalStatus", "verificationStatus", "category",
					"severity", "bodySite", "onset", "abatement", "recordedDate", "stage", "note"),
			List.of("code", "recordedDate"));

	private static final FhirForm OBSERVATION = new FhirForm(
			Observation.class, "date", List.of("code", "value", "component", "interpretation", "effective", "status",
					"dataAbsentReason", "referenceRange", "bodySite", "method", "category", "note"),
			List.of("code", "effective"));

	private static final FhirForm MEDICATION_REQUEST = new FhirForm(
			MedicationRequest.class, "authoredon", List.of("doNotPerform", "medication", "dosageInstruction", "status",
					"statusReason", "intent", "authoredOn", "reasonCode", "dispenseRequest", "substitution", "note"),
			List.of("medication", "authoredOn"));

	private static final FhirForm CLAIM = new FhirForm(
			Claim.class, "created", List.of("status", "use", "type", "created", "billablePeriod", "provider", "insurer",
					"priority", "diagnosis", "procedure", "item", "supportingInfo", "total"),
			List.of("use", "created"));

	static FhirForm of(RecordKind kind) {
		return switch (kind) {
			case PATIENT -> PATIENT;
			case ENCOUNTER -> ENCOUNTER;
			case CONDITION -> CONDITION;
			case OBSERVATION -> OBSERVATION;
			case MEDICATION_REQUEST -> MEDICATION_REQUEST;
			case CLAIM -> CLAIM;
		};
	}

}
