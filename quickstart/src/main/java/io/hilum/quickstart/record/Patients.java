package io.hilum.quickstart.record;

import java.util.List;
import java.util.Locale;

import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.param.StringParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Reads and finds patients.
 */
public final class Patients implements IResourceProvider {

	private final List<Patient> patients;

	Patients(List<Resource> charts) {
		this.patients = charts.stream().filter(Patient.class::isInstance).map(Patient.class::cast).toList();
	}

	@Override
	public Class<Patient> getResourceType() {
		return Patient.class;
	}

	/**
	 * Read one.
	 * @param id the id
	 * @return the patient
	 */
	@Read
	public Patient read(@IdParam IdType id) {
		return this.patients.stream()
			.filter((one) -> one.getIdElement().getIdPart().equals(id.getIdPart()))
			.findFirst()
			.orElseThrow(() -> new ResourceNotFoundException(id));
	}

	/**
	 * Find some.
	 * @param name a beginning of one of their names, or all of them
	 * @param identifier one of their numbers
	 * @param count how many are wanted; there are so few that all are given
	 * @return those who fit
	 */
	@Search
	public List<Patient> search(@OptionalParam(name = "name") @Nullable StringParam name,
			@OptionalParam(name = "identifier") @Nullable TokenParam identifier, @Count @Nullable Integer count) {
		return this.patients.stream()
			.filter((one) -> name == null || isNamed(one, name.getValueNotNull()))
			.filter((one) -> identifier == null
					|| one.getIdentifier().stream().anyMatch((known) -> known.getValue().equals(identifier.getValue())))
			.toList();
	}

	/** Each word that is wanted begins one of the names. */
	private static boolean isNamed(Patient patient, String wanted) {
		List<String> names = patient.getName()
			.stream()
			.map(HumanName::getNameAsSingleString)
			.flatMap((name) -> List.of(name.toLowerCase(Locale.ROOT).split(" ")).stream())
			.toList();
		return List.of(wanted.toLowerCase(Locale.ROOT).strip().split("\\s+"))
			.stream()
			.allMatch((word) -> names.stream().anyMatch((name) -> name.startsWith(word)));
	}

}
