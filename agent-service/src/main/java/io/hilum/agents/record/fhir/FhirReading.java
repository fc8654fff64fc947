package io.hilum.agents.record.fhir;

import java.util.ArrayList;
import java.util.List;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.gclient.DateClientParam;
import ca.uhn.fhir.rest.gclient.IQuery;
import ca.uhn.fhir.rest.gclient.ReferenceClientParam;
import ca.uhn.fhir.rest.gclient.TokenClientParam;
import io.hilum.agents.mandate.RecordAccess;
import io.hilum.agents.record.RecordKind;
import io.hilum.agents.record.RecordQuery;
import io.hilum.agents.record.RecordReader.Entry;
import io.hilum.agents.record.RecordReader.Found;
import io.hilum.agents.tool.ToolRefusal;
import io.hilum.trust.text.PhiText;
import org.hl7.fhir.instance.model.api.IBaseBundle;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleLinkComponent;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/**
 * One reading of a record: the patient first, whose identifiers must be known before any
 * of the rest is shown, then page by page what was asked for. Blocks. For one thread.
 */
final class FhirReading {

	private final IGenericClient client;

	private final RecordQuery query;

	private final String patient;

	private final FhirScope scope;

	private final FhirIdentities identities;

	private final FhirForm form;

	private final List<Entry> entries = new ArrayList<>();

	private String caution = "";

	private int leftOut;

	FhirReading(FhirContext fhir, IGenericClient client, RecordQuery query, RecordAccess access,
			FhirProperties properties) {
		this.client = client;
		this.query = query;
		this.patient = access.patient().reveal();
		this.scope = new FhirScope(properties.base(), this.patient);
		this.identities = new FhirIdentities(fhir);
		this.form = FhirForm.of(query.kind());
	}

	Found read(int pages) {
		Patient person = this.client.read().resource(Patient.class).withId(this.patient).execute();
		if (!this.scope.holds(person)) {
			throw new ToolRefusal("record_patient_unknown", "The record system has no such patient");
		}
		if (FhirScope.isReplaced(person)) {
			throw new ToolRefusal("record_patient_replaced",
					"The record system keeps this patient under another entry now. The user must open that one");
		}
		if (person.hasActive() && !person.getActive()) {
			this.caution = "caution: the record system says that the entry of this patient is not in use\n";
		}
		this.identities.gather(person);
		if (!this.query.kind().isMany()) {
			take(person);
			return found(false);
		}
		Bundle page = search().returnBundle(Bundle.class).execute();
		for (int read = 1;; read++) {
			boolean left = take(page);
			BundleLinkComponent next = page.getLink(IBaseBundle.LINK_NEXT);
			if (left || next == null) {
				return found(left);
			}
			if (isFull() || read == pages || !this.scope.isWithin(next.getUrl())) {
				return found(true);
			}
			page = this.client.loadPage().byUrl(next.getUrl()).andReturnBundle(Bundle.class).execute();
		}
	}

	private IQuery<IBaseBundle> search() {
		IQuery<IBaseBundle> search = this.client.search()
			.forResource(this.form.type())
			.where(new ReferenceClientParam("patient").hasId(this.patient));
		DateClientParam time = new DateClientParam(this.form.time());
		if (this.query.since() != null) {
			search = search.and(time.afterOrEquals().day(this.query.since().toString()));
		}
		if (this.query.until() != null) {
			search = search.and(time.beforeOrEquals().day(this.query.until().toString()));
		}
		if (this.query.category() != null) {
			search = search.and(new TokenClientParam("category").exactly().code(this.query.category()));
		}
		if (this.query.kind() == RecordKind.MEDICATION_REQUEST) {
			search = search.include(MedicationRequest.INCLUDE_MEDICATION);
		}
		return search.sort().descending(time).count(this.query.entries());
	}

	private boolean isFull() {
		return this.entries.size() >= this.query.entries();
	}

	/** Whether there was more than is asked for. */
	private boolean take(Bundle page) {
		for (BundleEntryComponent entry : page.getEntry()) {
			Resource resource = entry.getResource();
			if (this.form.type().isInstance(resource)) {
				if (isFull()) {
					return true;
				}
				take(resource);
			}
		}
		return false;
	}

	private void take(Resource resource) {
		if (!this.scope.holds(resource)) {
			this.leftOut++;
			return;
		}
		this.identities.gather(resource);
		this.entries.add(new Entry(PhiText.of(String.valueOf(resource.getIdElement().getIdPart())),
				PhiText.of(FhirText.title(this.query.kind(), resource)),
				PhiText.of(FhirText.of(this.query.kind(), resource) + this.caution)));
	}

	private Found found(boolean more) {
		return new Found(this.entries, more, this.leftOut, this.identities.found());
	}

}
