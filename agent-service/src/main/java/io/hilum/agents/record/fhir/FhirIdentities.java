package io.hilum.agents.record.fhir;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.util.FhirTerser;
import io.hilum.agents.evidence.Identity;
import io.hilum.agents.tool.ToolRefusal;
import io.hilum.trust.text.PhiText;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the identifiers of people in resources. A record says in which element a name
 * is: it need not be found in a text to be taken out of it. What cannot all be told to
 * the gateway is not shown. For one reading.
 */
final class FhirIdentities {

	/** As many as the gateway takes with a request, and as long. */
	private static final int MOST = 256;

	private static final int LONGEST = 256;

	private static final int SHORTEST_PART = 3;

	private static final Set<String> PEOPLE = Set.of("Patient", "Practitioner", "PractitionerRole", "RelatedPerson",
			"Person", "Group", "CareTeam", "Account");

	private static final String TYPE_SYSTEM = "http://terminology.hl7.org/CodeSystem/v2-0203";

	private static final String SSN_SYSTEM = "http://hl7.org/fhir/sid/us-ssn";

	private static final Map<String, String> TYPES = Map.of("MR", "MRN", "SS", "SSN", "MB", "HEALTH_PLAN", "SN",
			"HEALTH_PLAN", "DL", "LICENSE", "NPI", "LICENSE", "AN", "ACCOUNT");

	private final FhirTerser terser;

	private final Map<String, Identity> found = new LinkedHashMap<>();

	FhirIdentities(FhirContext fhir) {
		this.terser = fhir.newTerser();
	}

	List<Identity> found() {
		return new ArrayList<>(this.found.values());
	}

	void gather(Resource resource) {
		if (resource instanceof Patient patient) {
			patient.getIdentifier().forEach((own) -> add(type(own, isTyped(own) ? "OTHER_ID" : "MRN"), own.getValue()));
		}
		all(resource, HumanName.class).forEach(this::name);
		all(resource, Identifier.class)
			.forEach((identifier) -> add(type(identifier, "OTHER_ID"), identifier.getValue()));
		all(resource, ContactPoint.class).forEach(this::contact);
		all(resource, Address.class).forEach(this::address);
		references(resource);
		if (resource instanceof Patient patient) {
			add("DATE", patient.getBirthDateElement().getValueAsString());
		}
	}

	private <T extends org.hl7.fhir.instance.model.api.IBase> List<T> all(Resource resource, Class<T> type) {
		return this.terser.getAllPopulatedChildElementsOfType(resource, type);
	}

	private void name(HumanName name) {
		add("NAME", name.getText());
		add("NAME", name.getNameAsSingleString());
		part(name.getFamily());
		name.getGiven().forEach((given) -> part(given.getValue()));
	}

	/** A letter or two are found in every text. */
	private void part(@Nullable String name) {
		if (name != null && name.strip().length() >= SHORTEST_PART) {
			add("NAME", name);
		}
	}

	private static boolean isTyped(Identifier identifier) {
		return identifier.getType().getCoding().stream().anyMatch((coding) -> TYPE_SYSTEM.equals(coding.getSystem()));
	}

	private static String type(Identifier identifier, String otherwise) {
		if (SSN_SYSTEM.equals(identifier.getSystem())) {
			return "SSN";
		}
		return identifier.getType()
			.getCoding()
			.stream()
			.map((coding) -> TYPES.get(coding.getCode()))
			.filter((type) -> type != null)
			.findFirst()
			.orElse(otherwise);
	}

	private void contact(ContactPoint contact) {
		String system = String.valueOf(contact.getSystemElement().getValueAsString());
		add(switch (system) {
			case "email" -> "EMAIL";
			case "fax" -> "FAX";
			case "url" -> "URL";
			default -> "PHONE";
		}, contact.getValue());
	}

	private void address(Address address) {
		add("LOCATION", address.getText());
		address.getLine().stream().map(PrimitiveType::getValueAsString).forEach((line) -> add("LOCATION", line));
		add("LOCATION", address.getCity());
		add("LOCATION", address.getPostalCode());
	}

	private void references(Base value) {
		for (Property property : value.children()) {
			for (Base child : property.getValues()) {
				if (child instanceof Reference reference && isToPeople(reference, property)) {
					add("NAME", reference.getDisplay());
				}
				references(child);
			}
		}
	}

	/**
	 * A reference that says of no type what it points to is one to people where its
	 * element may hold people: Medication.manufacturer may not, Observation.performer
	 * may.
	 */
	private static boolean isToPeople(Reference reference, Property property) {
		Set<String> types = new HashSet<>();
		if (reference.hasType()) {
			types.add(reference.getType().replaceFirst(".*/", ""));
		}
		if (reference.getReferenceElement().hasResourceType()) {
			types.add(reference.getReferenceElement().getResourceType());
		}
		if (reference.getResource() instanceof Resource known) {
			types.add(known.fhirType());
		}
		if (types.isEmpty()) {
			types.addAll(List.of(property.getTypeCode().split("\\W+")));
		}
		return types.stream().anyMatch(PEOPLE::contains);
	}

	private void add(String type, @Nullable String value) {
		String plain = (value != null) ? FhirText.whole(value).strip() : "";
		if (plain.length() > 1) {
			this.found.putIfAbsent(plain, new Identity(type, PhiText.of(plain)));
			if (plain.length() > LONGEST || this.found.size() > MOST) {
				throw ToolRefusal.tooManyIdentifiers();
			}
		}
	}

}
