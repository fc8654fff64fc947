package io.hilum.routing.catalogue;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The types of identifiers that phi-scrubber-service tells apart: those of HIPAA's safe
 * harbor (45 CFR 164.514(b)(2)).
 */
public enum IdentifierType {

	NAME, LOCATION, DATE, AGE, PHONE, FAX, EMAIL, SSN, MRN, HEALTH_PLAN, ACCOUNT, LICENSE, VEHICLE, DEVICE, URL, IP,
	BIOMETRIC, PHOTO, OTHER_ID;

	private static final Set<String> NAMES = Arrays.stream(values())
		.map(Enum::name)
		.collect(Collectors.toUnmodifiableSet());

	/**
	 * Whether there is a type of a name.
	 * @param name the name
	 * @return {@code true} if there is
	 */
	public static boolean exists(String name) {
		return NAMES.contains(name);
	}

}
