package io.hilum.gateway.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.hilum.gateway.chat.kept.KeptResponse;
import io.hilum.gateway.phi.ScrubOrder.KnownIdentity;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;

/**
 * Who is known from the response that a request goes on from. The turns before are not in
 * the request, so a first name alone could not be told there for one.
 */
final class KnownBefore {

	/** The types whose values stay the same in every turn. */
	private static final List<String> TYPES = List.of("NAME", "SSN", "MRN", "HEALTH_PLAN", "ACCOUNT", "LICENSE",
			"VEHICLE", "DEVICE", "PHONE", "FAX", "EMAIL", "OTHER_ID");

	private KnownBefore() {
	}

	/**
	 * Add what is known from before to what the client knows.
	 * @param own what the client knows
	 * @param previous the response that the request goes on from
	 * @return both
	 */
	static List<KnownIdentity> and(List<KnownIdentity> own, @Nullable KeptResponse previous) {
		if (previous == null) {
			return own;
		}
		List<KnownIdentity> all = new ArrayList<>(own);
		for (Map.Entry<String, PhiText> taken : previous.originals().restorer().pseudonyms().entrySet()) {
			String type = typeOf(taken.getKey());
			if (type != null && KnownIdentity.fits(taken.getValue()) && all.size() < KnownIdentity.MAX) {
				all.add(new KnownIdentity(type, taken.getValue()));
			}
		}
		return all;
	}

	private static @Nullable String typeOf(String pseudonym) {
		return TYPES.stream().filter((type) -> pseudonym.startsWith("[" + type + "_")).findFirst().orElse(null);
	}

}
