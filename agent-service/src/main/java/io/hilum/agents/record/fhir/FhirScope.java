package io.hilum.agents.record.fhir;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to one patient of one record system. What a server gives is not believed:
 * a resource of somebody else, or a page of another host, is none of it.
 */
final class FhirScope {

	private static final String IN_ERROR = "entered-in-error";

	/** Steps to elsewhere, and what a server may take for one after it decoded again. */
	private static final Pattern STEPS = Pattern.compile("(?:^|[/\\\\])\\.{1,2}(?:[/\\\\;]|$)|%");

	private final URI base;

	private final String patient;

	FhirScope(URI base, String patient) {
		this.base = base;
		this.patient = patient;
	}

	/** Whether a resource is of the patient and stands. */
	boolean holds(Resource resource) {
		return isOfPatient(resource) && !isInError(resource);
	}

	/** Whether a resource is the entry of the patient, and the one that is in use. */
	boolean isInUse(Patient person) {
		return holds(person) && !isReplaced(person) && (!person.hasActive() || person.getActive());
	}

	/** Whether the record system keeps a patient under another entry now. */
	static boolean isReplaced(Patient person) {
		return person.getLink().stream().anyMatch((link) -> link.getType() == LinkType.REPLACEDBY);
	}

	private boolean isOfPatient(Resource resource) {
		return switch (resource) {
			case Patient person -> this.patient.equals(person.getIdElement().getIdPart());
			case Encounter encounter -> isPatient(encounter.getSubject());
			case Condition condition -> isPatient(condition.getSubject());
			case Observation observation -> isPatient(observation.getSubject());
			case MedicationRequest order -> isPatient(order.getSubject());
			case Claim claim -> isPatient(claim.getPatient());
			default -> false;
		};
	}

	private boolean isPatient(Reference reference) {
		IdType id = new IdType(reference.getReference());
		return "Patient".equals(id.getResourceType()) && this.patient.equals(id.getIdPart())
				&& (!id.hasBaseUrl() || isWithin(id.getBaseUrl()));
	}

	private static boolean isInError(Resource resource) {
		for (Property property : resource.children()) {
			boolean status = property.getName().equals("status") || property.getName().equals("verificationStatus");
			if (status && property.getValues().stream().anyMatch(FhirScope::saysError)) {
				return true;
			}
		}
		return false;
	}

	private static boolean saysError(Base status) {
		return (status instanceof CodeableConcept concept)
				? concept.getCoding().stream().anyMatch((coding) -> IN_ERROR.equals(coding.getCode()))
				: IN_ERROR.equals(status.primitiveValue());
	}

	/** Whether an address is of the record system: the token goes nowhere else. */
	boolean isWithin(@Nullable String address) {
		try {
			URI theirs = URI.create(String.valueOf(address));
			String root = path(this.base);
			return origin(this.base).equals(origin(theirs)) && theirs.getUserInfo() == null
					&& !STEPS.matcher(path(theirs)).find()
					&& (path(theirs).equals(root) || path(theirs).startsWith(root + "/"));
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static String origin(URI address) {
		String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
		int standard = scheme.equals("https") ? 443 : 80;
		String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
		return scheme + "://" + host + ":" + ((address.getPort() < 0) ? standard : address.getPort());
	}

	private static String path(URI address) {
		return Objects.requireNonNullElse(address.getPath(), "").replaceAll("/+$", "");
	}

}
