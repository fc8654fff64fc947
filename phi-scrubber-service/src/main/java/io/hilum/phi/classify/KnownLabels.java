package io.hilum.phi.classify;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.hilum.phi.detect.EntityType;

/**
 * What the labels mean that models for de-identification use: those of the i2b2 sets of
 * 2006 and 2014, of models made from them, and of CoNLL 2003. An organisation, a
 * profession, a vendor, a state or a country is no identifier of a patient.
 */
final class KnownLabels {

	private static final Map<String, String> TYPES = new HashMap<>();

	static {
		add(EntityType.NAME, List.of("PATIENT", "HCW", "STAFF", "DOCTOR", "NAME", "PER", "PERSON", "FIRSTNAME",
				"LASTNAME", "FIRST_NAME", "LAST_NAME", "GIVENNAME", "SURNAME"));
		add(EntityType.LOCATION, List.of("LOC", "LOCATION", "HOSP", "HOSPITAL", "PATORG", "CITY", "STREET", "ADDRESS",
				"ZIP", "ZIPCODE", "COUNTY", "GPE", "LOCATION_OTHER", "LOCATION-OTHER"));
		add(EntityType.DATE, List.of("DATE", "DOB"));
		add(EntityType.AGE, List.of("AGE"));
		add(EntityType.PHONE, List.of("PHONE", "TELEPHONE", "PHONE_NUMBER", "PHONENUMBER"));
		add(EntityType.FAX, List.of("FAX"));
		add(EntityType.EMAIL, List.of("EMAIL"));
		add(EntityType.SSN, List.of("SSN"));
		add(EntityType.MRN, List.of("MRN", "MEDICALRECORD"));
		add(EntityType.HEALTH_PLAN, List.of("HEALTHPLAN", "HEALTH_PLAN"));
		add(EntityType.ACCOUNT, List.of("ACCOUNT"));
		add(EntityType.LICENSE, List.of("LICENSE"));
		add(EntityType.VEHICLE, List.of("VEHICLE"));
		add(EntityType.DEVICE, List.of("DEVICE"));
		add(EntityType.URL, List.of("URL"));
		add(EntityType.IP, List.of("IP", "IPADDR", "IPADDRESS"));
		add(EntityType.BIOMETRIC, List.of("BIOID", "BIOMETRIC"));
		add(EntityType.OTHER_ID, List.of("ID", "IDNUM", "OTHERPHI", "OTHER_ID", "USERNAME"));
		for (String none : List.of("VENDOR", "PROFESSION", "ORG", "ORGANIZATION", "MISC", "STATE", "COUNTRY")) {
			TYPES.put(none, "none");
		}
	}

	private KnownLabels() {
	}

	private static void add(EntityType type, List<String> labels) {
		labels.forEach((label) -> TYPES.put(label, type.name()));
	}

	/** The name of a type, {@code none}, or nothing for a label that is not known. */
	static String typeOf(String label) {
		return TYPES.getOrDefault(label.toUpperCase(Locale.ROOT), "");
	}

}
