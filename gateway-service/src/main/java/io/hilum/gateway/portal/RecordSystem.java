package io.hilum.gateway.portal;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The record system whose patients people open for agents, as a SMART app launch has it
 * (SMART App Launch 2.2).
 *
 * @param url the base of its FHIR R4 interface, for browsers (HILUM_PORTAL_FHIR_URL);
 * without it no record is opened
 * @param authority where it gives tokens, if that is another origin
 * (HILUM_PORTAL_FHIR_AUTHORITY)
 * @param clientId the id of the page there, a public client (HILUM_PORTAL_FHIR_CLIENT)
 * @param scopes what the page asks for (HILUM_PORTAL_FHIR_SCOPES)
 */
record RecordSystem(@DefaultValue("") String url, @JsonIgnore @DefaultValue("") String authority,
		@DefaultValue("hilum-portal-record") String clientId, @DefaultValue( {
				"launch/patient", "patient/*.rs", "patient/DocumentReference.c" }) List<String> scopes){

	private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

	RecordSystem {
		url = url.strip().replaceFirst("/+\\z", "");
		authority = authority.strip();
		scopes = List.copyOf(scopes);
		requireAddress("url (HILUM_PORTAL_FHIR_URL)", url);
		requireAddress("authority (HILUM_PORTAL_FHIR_AUTHORITY)", authority);
	}

	private static void requireAddress(String name, String address) {
		if (address.isEmpty()) {
			return;
		}
		URI uri = URI.create(address);
		boolean plain = "http".equals(uri.getScheme()) && THIS_MACHINE.contains(String.valueOf(uri.getHost()));
		if (uri.getHost() == null || uri.getUserInfo() != null || !(plain || "https".equals(uri.getScheme()))) {
			throw new IllegalArgumentException(
					"hilum.portal.record." + name + " must be an https address: tokens of people travel there");
		}
	}

	/**
	 * It, if there is one.
	 */
	@Nullable RecordSystem orNone() {
		return this.url.isEmpty() ? null : this;
	}

	/**
	 * The origins that the page may ask for a patient and a token.
	 */
	Set<String> origins() {
		Set<String> origins = new LinkedHashSet<>();
		for (String address : List.of(this.url, this.authority)) {
			if (!address.isEmpty()) {
				origins.add(SignIn.origin(address));
			}
		}
		return origins;
	}

}
