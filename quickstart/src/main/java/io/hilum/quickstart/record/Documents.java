package io.hilum.quickstart.record;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.RequiredParam;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.IdType;

/**
 * Takes documents, and finds them again for as long as it runs.
 */
public final class Documents implements IResourceProvider {

	private static final int MOST = 1_000;

	private final List<DocumentReference> filed = new CopyOnWriteArrayList<>();

	@Override
	public Class<DocumentReference> getResourceType() {
		return DocumentReference.class;
	}

	/**
	 * Take one.
	 * @param document the document
	 * @return its id
	 */
	@Create
	public MethodOutcome create(@ResourceParam DocumentReference document) {
		if (this.filed.size() >= MOST) {
			throw new UnprocessableEntityException("This record system is for trying things out, and it is full");
		}
		IdType id = new IdType("DocumentReference", "d" + (this.filed.size() + 1));
		document.setId(id);
		this.filed.add(document);
		return new MethodOutcome(id, true);
	}

	/**
	 * Find those of a patient.
	 * @param patient whose
	 * @return the documents in their order
	 */
	@Search
	public List<DocumentReference> search(@RequiredParam(name = "patient") ReferenceParam patient) {
		return this.filed.stream()
			.filter((one) -> ("Patient/" + patient.getIdPart()).equals(one.getSubject().getReference()))
			.toList();
	}

}
