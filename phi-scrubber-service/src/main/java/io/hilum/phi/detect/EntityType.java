package io.hilum.phi.detect;

import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What an identifier is, by the eighteen kinds of 45 CFR 164.514(b)(2), where an age of
 * 90 or more is counted apart from dates. The order is that of DESIGN section 4.
 */
public enum EntityType {

	/**
	 * Name of a person: patient, relative, clinician, employee.
	 */
	NAME,

	/**
	 * Geography below a state: street, city, county, ZIP, facility.
	 */
	LOCATION,

	/**
	 * Date with more than a year.
	 */
	DATE,

	/**
	 * Age of 90 or more.
	 */
	AGE,

	/**
	 * Telephone number.
	 */
	PHONE,

	/**
	 * Fax number.
	 */
	FAX,

	/**
	 * Electronic mail address, written in symbols or in words.
	 */
	EMAIL,

	/**
	 * Social security number, or the last four digits of one.
	 */
	SSN,

	/**
	 * Medical record number.
	 */
	MRN,

	/**
	 * Health plan beneficiary number.
	 */
	HEALTH_PLAN,

	/**
	 * Account or card number.
	 */
	ACCOUNT,

	/**
	 * Certificate or licence number, NPI and DEA included.
	 */
	LICENSE,

	/**
	 * Vehicle identifier, licence plates included.
	 */
	VEHICLE,

	/**
	 * Device identifier or serial number.
	 */
	DEVICE,

	/**
	 * Web address.
	 */
	URL,

	/**
	 * Internet address.
	 */
	IP,

	/**
	 * Biometric identifier.
	 */
	BIOMETRIC,

	/**
	 * File name of a photograph or comparable image.
	 */
	PHOTO,

	/**
	 * Any other unique number or code: claim, encounter, user name.
	 */
	OTHER_ID;

	/**
	 * The type by its name.
	 * @param name the name in capitals
	 * @return the type, or nothing if there is none of that name
	 */
	public static Optional<EntityType> named(@Nullable String name) {
		return Arrays.stream(values()).filter((type) -> type.name().equals(name)).findFirst();
	}

}
