package io.hilum.agents.record.fhir;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;

import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.api.PreferReturnEnum;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import io.hilum.agents.mandate.RecordAccess;
import io.hilum.agents.record.RecordFiler.Note;
import io.hilum.agents.tool.ToolRefusal;
import io.hilum.trust.text.PhiText;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DocumentReference.ReferredDocumentStatus;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;

/**
 * Files one draft as a {@code DocumentReference} of FHIR R4 whose document is
 * preliminary, for the patient and nobody else. Blocks. For one thread.
 */
final class FhirFiling {

	private static final String LOINC = "http://loinc.org";

	private static final String RUNS = "urn:hilum:run";

	private final IGenericClient client;

	private final String patient;

	private final FhirScope scope;

	private final Clock clock;

	FhirFiling(IGenericClient client, RecordAccess access, FhirProperties properties, Clock clock) {
		this.client = client;
		this.patient = access.patient().reveal();
		this.scope = new FhirScope(properties.base(), this.patient);
		this.clock = clock;
	}

	/**
	 * The patient is read first: no draft goes to an entry that is another's or not in
	 * use.
	 */
	PhiText file(Note note) {
		Patient person = this.client.read().resource(Patient.class).withId(this.patient).execute();
		if (!this.scope.isInUse(person)) {
			throw new ToolRefusal("record_patient_unknown", "The record system has no such patient in use");
		}
		try {
			MethodOutcome outcome = this.client.create()
				.resource(document(note))
				.prefer(PreferReturnEnum.MINIMAL)
				.execute();
			return PhiText.of((outcome.getId() != null) ? String.valueOf(outcome.getId().getIdPart()) : "");
		}
		catch (RuntimeException ex) {
			throw FhirRefusals.ofFiling(ex);
		}
	}

	private DocumentReference document(Note note) {
		Date now = Date.from(this.clock.instant());
		DocumentReference document = new DocumentReference();
		document.setStatus(DocumentReferenceStatus.CURRENT).setDocStatus(ReferredDocumentStatus.PRELIMINARY);
		document.addIdentifier(new Identifier().setSystem(RUNS).setValue(note.run()));
		document.setType(new CodeableConcept().setText(note.kind().title()));
		document.getType().addCoding().setSystem(LOINC).setCode(note.kind().loinc()).setDisplay(note.kind().title());
		document.setSubject(new Reference("Patient/" + this.patient)).setDate(now);
		document.addAuthor(new Reference().setDisplay(note.author()));
		document.setDescription(note.kind().title() + ", drafted by " + note.author() + ", not reviewed");
		document.addContent()
			.setAttachment(new Attachment().setContentType("text/plain; charset=utf-8")
				.setTitle(note.kind().title())
				.setCreation(now)
				.setData(note.text().reveal().getBytes(StandardCharsets.UTF_8)));
		return document;
	}

}
