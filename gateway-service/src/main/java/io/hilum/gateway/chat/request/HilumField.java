package io.hilum.gateway.chat.request;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.hilum.gateway.phi.ScrubOrder.KnownIdentity;
import io.hilum.gateway.problem.GatewayProblem;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks of Hilum itself, in the field {@code hilum} of a request. It never
 * leaves this gateway.
 *
 * @param collections the collections to search
 * @param conversation the client's name of the conversation
 * @param purpose the purpose of use
 * @param identities identifiers of people in the texts, as far as the client knows them
 */
public record HilumField(List<String> collections, @Nullable PhiText conversation, @Nullable String purpose,
		List<KnownIdentity> identities) {

	public static final HilumField NONE = new HilumField(List.of(), null, null, List.of());

	private static final Set<String> TYPES = Set.of("NAME", "LOCATION", "DATE", "PHONE", "FAX", "EMAIL", "SSN", "MRN",
			"HEALTH_PLAN", "ACCOUNT", "LICENSE", "VEHICLE", "DEVICE", "URL", "IP", "OTHER_ID");

	private static final int MAX_COLLECTIONS = 16;

	private static final int MAX_CONVERSATION = 128;

	private static final Pattern COLLECTION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

	private static final Pattern PURPOSE = Pattern.compile("[a-z][a-z-]{0,31}");

	public HilumField {
		if (collections.size() > MAX_COLLECTIONS) {
			throw invalid("at most " + MAX_COLLECTIONS + " names", "hilum.collections");
		}
		if (collections.stream().anyMatch((name) -> !COLLECTION.matcher(name).matches())) {
			throw invalid("names of 1 to 64 letters, digits, dots, hyphens and underscores", "hilum.collections");
		}
		if (conversation != null && (conversation.length() == 0 || conversation.length() > MAX_CONVERSATION)) {
			throw invalid("1 to " + MAX_CONVERSATION + " characters long", "hilum.conversation");
		}
		if (purpose != null && !PURPOSE.matcher(purpose).matches()) {
			throw invalid("one lower-case word such as treatment, payment or operations", "hilum.purpose");
		}
		if (identities.size() > KnownIdentity.MAX || !identities.stream().allMatch(HilumField::isIdentity)) {
			throw invalid("at most 256 objects with a type such as NAME or MRN and a value of 1 to 256 characters",
					"hilum.identities");
		}
		collections = List.copyOf(collections);
		identities = List.copyOf(identities);
	}

	private static boolean isIdentity(KnownIdentity identity) {
		return TYPES.contains(identity.type()) && KnownIdentity.fits(identity.value());
	}

	static RuntimeException invalid(String expected, String param) {
		return new GatewayProblem.Invalid("invalid_hilum_field", param + " must be " + expected, param).asException();
	}

}
